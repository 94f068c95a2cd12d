-- Servers beside this one that have the events of some years: `shards`. What is asked of one goes through foreign tables
-- over its `dateline.events`, `claims` and `event_terms`, `shard_1_events` and so on; what is written goes
-- through the parts of `events` and `claims` of its years, which are foreign tables too. Counts by day stay here.
-- A shard has these tables as well, of the same numbers of dossiers, and nothing of its own.
CREATE TABLE dateline.shards (
	server integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	from_year integer NOT NULL CHECK (from_year >= 1900),
	to_year integer NOT NULL CHECK (to_year <= 2100 AND to_year >= from_year)
);

-- What a server that is a shard is told to make or to drop; it keeps no rows.
CREATE TABLE dateline.orders (
	dossier integer NOT NULL,
	-- Null: the dossier goes. None: the planner is to know what is in it.
	years integer[]
);

-- Lets the planner know what is in a dossier's tables here. Those of shards are left out: all of their rows would have to come.
CREATE FUNCTION dateline.analyze_tables(dossier integer) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
	own regclass;
BEGIN
	FOR own IN
		SELECT relid FROM unnest(ARRAY['events', 'claims', 'days', 'day_terms', 'cells']) AS kind,
			pg_partition_tree(to_regclass(format('dateline.%I', kind || '_' || dossier)))
		JOIN pg_class ON pg_class.oid = relid
		WHERE relkind = 'r'
	LOOP
		EXECUTE format('ANALYZE %s', own);
	END LOOP;
END $$;

-- On the shard: makes what it is told to.
CREATE FUNCTION dateline.obey() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
	IF NEW.years IS NULL THEN
		PERFORM dateline.drop_tables(NEW.dossier);
	ELSIF NEW.years = '{}' THEN
		PERFORM dateline.analyze_tables(NEW.dossier);
	ELSE
		PERFORM dateline.make_tables(NEW.dossier, NEW.years);
		PERFORM dateline.attach_dossier(NEW.dossier);
	END IF;
	RETURN NULL;
END $$;
CREATE TRIGGER obey BEFORE INSERT ON dateline.orders FOR EACH ROW EXECUTE FUNCTION dateline.obey();

-- The columns of a table as text, for a foreign table that is to have the same.
CREATE FUNCTION dateline.columns_of(relation regclass) RETURNS text
LANGUAGE sql STABLE AS $$
	SELECT string_agg(
		format('%I %s%s%s', attname, format_type(atttypid, atttypmod),
			CASE WHEN attcollation = 'pg_catalog."C"'::regcollation THEN ' COLLATE "C"' ELSE '' END,
			CASE WHEN attnotnull THEN ' NOT NULL' ELSE '' END),
		', ' ORDER BY attnum
	)
	FROM pg_attribute WHERE attrelid = relation AND attnum > 0 AND NOT attisdropped
$$;

-- Makes another server a shard of some years, of which no dossier may have a part here yet. `password` goes into the
-- user mapping and nowhere else.
CREATE FUNCTION dateline.attach_shard(
	from_year integer, to_year integer, host text, port integer, dbname text, username text, password text
) RETURNS integer
LANGUAGE plpgsql AS $$
DECLARE
	shard integer;
	name text;
	kind text;
	taken text;
BEGIN
	LOCK TABLE dateline.shards IN SHARE ROW EXCLUSIVE MODE;
	SELECT CASE WHEN old.from_year = old.to_year THEN format('the year %s', old.from_year)
		ELSE format('the years %s to %s', old.from_year, old.to_year) END
	INTO taken FROM dateline.shards AS old
	WHERE old.from_year <= attach_shard.to_year AND old.to_year >= attach_shard.from_year;
	IF taken IS NOT NULL THEN
		RAISE EXCEPTION 'A shard has % already.', taken USING ERRCODE = 'DL001';
	END IF;
	SELECT string_agg(relname, ', ' ORDER BY relname) INTO taken FROM pg_class
	WHERE relnamespace = 'dateline'::regnamespace AND relname ~ '^events_\d+_\d{4}$'
		AND substring(relname FROM '\d{4}$')::integer BETWEEN attach_shard.from_year AND attach_shard.to_year;
	IF taken IS NOT NULL THEN
		RAISE EXCEPTION 'Events of these years are in this database already: %.', taken USING ERRCODE = 'DL002';
	END IF;
	CREATE EXTENSION IF NOT EXISTS postgres_fdw;
	INSERT INTO dateline.shards (from_year, to_year)
	VALUES (attach_shard.from_year, attach_shard.to_year) RETURNING server INTO shard;
	name := 'dateline_shard_' || shard;
	-- A connection that fails is known within seconds; rows come in few parcels; shards are asked side by side.
	EXECUTE format(
		'CREATE SERVER %I FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host %L, port %L, dbname %L,
			connect_timeout ''2'', keepalives_idle ''5'', keepalives_interval ''2'', keepalives_count ''3'', tcp_user_timeout ''10000'',
			extensions ''postgis'', fetch_size ''10000'', batch_size ''1000'', async_capable ''true'', use_remote_estimate ''false'',
			fdw_startup_cost ''1'', fdw_tuple_cost ''1'')',
		name, host, port::text, dbname
	);
	EXECUTE format(
		'CREATE USER MAPPING FOR CURRENT_USER SERVER %I OPTIONS (user %L, password %L)', name, username, password
	);
	FOREACH kind IN ARRAY ARRAY['events', 'claims', 'event_terms', 'version', 'orders'] LOOP
		EXECUTE format(
			'CREATE FOREIGN TABLE dateline.%I (%s) SERVER %I OPTIONS (schema_name ''dateline'', table_name %L)',
			format('shard_%s_%s', shard, kind), dateline.columns_of(format('dateline.%I', kind)::regclass), name, kind
		);
	END LOOP;
	-- What is listed: the shard is asked how many rows it has first, so that it is left to it to sort and to cut them off.
	EXECUTE format(
		'CREATE FOREIGN TABLE dateline.%I (%s) SERVER %I
			OPTIONS (schema_name ''dateline'', table_name ''events'', use_remote_estimate ''true'')',
		format('shard_%s_listed', shard), dateline.columns_of('dateline.events'::regclass), name
	);
	RETURN shard;
END $$;

ALTER FUNCTION dateline.make_partitions(integer, integer[]) RENAME TO make_tables;
ALTER FUNCTION dateline.drop_dossier(integer) RENAME TO drop_tables;

-- As before, but that what begins in the years of a shard goes there.
CREATE FUNCTION dateline.make_partitions(dossier integer, years integer[]) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
	own integer[];
	shard record;
	root text;
	kind text;
	asked integer;
BEGIN
	SELECT coalesce(array_agg(year), '{}') INTO own FROM unnest(years) AS year
	WHERE NOT EXISTS (SELECT FROM dateline.shards WHERE year BETWEEN from_year AND to_year);
	PERFORM dateline.make_tables(dossier, own);
	FOR shard IN
		SELECT server, array_agg(year) AS years FROM dateline.shards
		JOIN unnest(years) AS year ON year BETWEEN from_year AND to_year GROUP BY server
	LOOP
		EXECUTE format('INSERT INTO dateline.%I VALUES ($1, $2)', format('shard_%s_orders', shard.server))
		USING dossier, shard.years;
		FOREACH asked IN ARRAY shard.years LOOP
			FOREACH kind IN ARRAY ARRAY['events', 'claims'] LOOP
				root := format('%s_%s', kind, dossier);
				CONTINUE WHEN to_regclass(format('dateline.%I', root || '_' || asked)) IS NOT NULL;
				EXECUTE format(
					'CREATE FOREIGN TABLE dateline.%I (%s, CONSTRAINT %I CHECK (dossier = %s)) SERVER %I
						OPTIONS (schema_name ''dateline'', table_name %L)',
					root || '_' || asked, dateline.columns_of(format('dateline.%I', root)::regclass),
					root || '_dossier_check', dossier,
					'dateline_shard_' || shard.server, root || '_' || asked
				);
				EXECUTE format(
					'ALTER TABLE dateline.%I ATTACH PARTITION dateline.%I FOR VALUES FROM (%s) TO (%s)',
					root, root || '_' || asked,
					make_date(asked, 1, 1) - date '1970-01-01', make_date(asked + 1, 1, 1) - date '1970-01-01'
				);
			END LOOP;
		END LOOP;
	END LOOP;
END $$;

CREATE FUNCTION dateline.drop_dossier(dossier integer) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
	shard integer;
BEGIN
	FOR shard IN SELECT server FROM dateline.shards LOOP
		EXECUTE format('INSERT INTO dateline.%I VALUES ($1, NULL)', format('shard_%s_orders', shard)) USING dossier;
	END LOOP;
	PERFORM dateline.drop_tables(dossier);
END $$;

-- Lets the planners here and on the shards know what is in a dossier's tables.
CREATE FUNCTION dateline.analyze_dossier(dossier integer) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
	shard integer;
BEGIN
	PERFORM dateline.analyze_tables(dossier);
	ANALYZE dateline.terms, dateline.sources;
	FOR shard IN SELECT server FROM dateline.shards LOOP
		EXECUTE format('INSERT INTO dateline.%I VALUES ($1, ''{}'')', format('shard_%s_orders', shard)) USING dossier;
	END LOOP;
END $$;
