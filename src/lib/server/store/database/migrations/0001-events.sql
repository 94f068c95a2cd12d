-- Dossiers as PostgreSQL with PostGIS holds them. Days are counted from 1970-01-01; no bound is -2147483648 or
-- 2147483647, as in a column of events.dateline (docs/columns.md). An undated event has 2147483647 as first and last.

CREATE SCHEMA dateline;

-- One row: which of these files have been applied.
CREATE TABLE dateline.version (version integer NOT NULL);
INSERT INTO dateline.version VALUES (0);

CREATE TABLE dateline.dossiers (
	number integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	id text NOT NULL UNIQUE CHECK (id ~ '^[a-z0-9-]+$'),
	-- 12 hexadecimal digits; others after each import.
	rev text NOT NULL,
	total bigint NOT NULL DEFAULT 0
);

-- dossier.json, places.geojson, sources.json, notes.geojson, story.json: what a folder has beside its events.
CREATE TABLE dateline.files (
	dossier integer NOT NULL REFERENCES dateline.dossiers ON DELETE CASCADE,
	name text NOT NULL,
	content text NOT NULL,
	PRIMARY KEY (dossier, name)
);

-- What the numbers in the lists of events stand for, and how many events have each.
CREATE TABLE dateline.terms (
	dossier integer NOT NULL REFERENCES dateline.dossiers ON DELETE CASCADE,
	-- 0 type, 1 place, 2 actor, 3 publisher, 4 word
	kind smallint NOT NULL,
	number integer NOT NULL,
	id text NOT NULL COLLATE "C",
	events bigint NOT NULL DEFAULT 0,
	PRIMARY KEY (dossier, kind, number)
);
CREATE UNIQUE INDEX ON dateline.terms (dossier, kind, id);

-- The sources that claims cite; those of sources.json are here, too.
CREATE TABLE dateline.sources (
	dossier integer NOT NULL REFERENCES dateline.dossiers ON DELETE CASCADE,
	number integer NOT NULL,
	id text NOT NULL COLLATE "C",
	-- A CSL item as JSON; null where sources.json has it.
	item text,
	PRIMARY KEY (dossier, number)
);
CREATE UNIQUE INDEX ON dateline.sources (dossier, id);

-- One row an event. Partitioned by dossier, and each dossier by `slot`.
CREATE TABLE dateline.events (
	dossier integer NOT NULL,
	-- The first day; -2147483648 for a wide event: one that may reach more than 62 days from its first day, has an open
	-- end, or no date. So those of a range of days have a slot of its days and 62 more on each side, or are wide.
	slot integer NOT NULL,
	key bigint NOT NULL,
	id text NOT NULL COLLATE "C",
	first integer NOT NULL,
	last integer NOT NULL,
	possible_first integer NOT NULL,
	possible_last integer NOT NULL,
	sure boolean NOT NULL,
	-- In 1e-5 degrees; null where it is listed only.
	lon integer,
	lat integer,
	-- Web Mercator in units of 2^30 to the world, from the west and the north.
	x integer,
	y integer,
	geom geometry(Point, 4326),
	-- Number of the term, kind 0.
	type integer NOT NULL,
	-- Index in PRECISIONS, in STATUSES.
	precision smallint NOT NULL,
	status smallint NOT NULL,
	contested boolean NOT NULL,
	-- First day on which a source of it had been published, and on which all had.
	known integer NOT NULL,
	settled integer NOT NULL,
	-- Numbers of terms, each once.
	places integer[] NOT NULL,
	actors integer[] NOT NULL,
	publishers integer[] NOT NULL,
	words integer[] NOT NULL,
	-- Numbers of sources.
	cites integer[] NOT NULL,
	-- The event's Feature as JSON, its claims left out: they are in `claims`.
	feature text NOT NULL
) PARTITION BY LIST (dossier);
-- The order of the list, by slot: within a slot that is no wide one's the first day is the same. With all that a tile asks, so
-- that it reads the index alone.
CREATE INDEX ON dateline.events (slot, first, last, id)
	INCLUDE (dossier, possible_first, possible_last, sure, type, precision, status, contested, lat, x, y, known);
-- What reaches into a range of days from before it, from behind it, and of the wide.
CREATE INDEX ON dateline.events (slot, possible_last)
	INCLUDE (dossier, possible_first, first, last, id, sure, type, precision, status, contested, lat, x, y, known)
	WHERE possible_last > first AND slot > -2147483648;
CREATE INDEX ON dateline.events (slot, possible_first)
	INCLUDE (dossier, possible_last, first, last, id, sure, type, precision, status, contested, lat, x, y, known)
	WHERE possible_first < first AND slot > -2147483648;
CREATE INDEX ON dateline.events (possible_last, possible_first)
	INCLUDE (dossier, slot, first, last, id, sure, type, precision, status, contested, lat, x, y, known)
	WHERE slot = -2147483648;
CREATE INDEX ON dateline.events (id);
CREATE INDEX ON dateline.events (key);
CREATE INDEX ON dateline.events USING gist (geom);
CREATE INDEX ON dateline.events USING gin (words);
CREATE INDEX ON dateline.events USING gin (places, actors);
CREATE INDEX ON dateline.events USING gin (cites);
-- What was known in part for a time; that is little of most data.
CREATE INDEX ON dateline.events (known, settled) WHERE settled > known;

-- The claims of events, in their order.
CREATE TABLE dateline.claims (
	dossier integer NOT NULL,
	slot integer NOT NULL,
	-- The event's key.
	event bigint NOT NULL,
	number smallint NOT NULL,
	-- Number of the source; null where it has none of that id.
	source integer,
	by text NOT NULL,
	stance text NOT NULL,
	-- The claim as JSON, whole.
	claim text NOT NULL
) PARTITION BY LIST (dossier);
CREATE INDEX ON dateline.claims (event);
CREATE INDEX ON dateline.claims (source);

-- Events counted by what filters, dates and timeline ask of most: some hundred thousand rows, however many events.
CREATE TABLE dateline.days (
	dossier integer NOT NULL,
	slot integer NOT NULL,
	first integer NOT NULL,
	last integer NOT NULL,
	possible_first integer NOT NULL,
	possible_last integer NOT NULL,
	sure boolean NOT NULL,
	placed boolean NOT NULL,
	type integer NOT NULL,
	precision smallint NOT NULL,
	status smallint NOT NULL,
	contested boolean NOT NULL,
	events bigint NOT NULL
) PARTITION BY LIST (dossier);
CREATE INDEX ON dateline.days (slot);

-- How many events of the same days have each place, actor and publisher, wide ones left out: a row for each kind of term.
CREATE TABLE dateline.day_terms (
	dossier integer NOT NULL,
	slot integer NOT NULL,
	possible_first integer NOT NULL,
	possible_last integer NOT NULL,
	kind smallint NOT NULL,
	numbers integer[] NOT NULL,
	-- Of as many.
	counts integer[] NOT NULL
) PARTITION BY LIST (dossier);
CREATE INDEX ON dateline.day_terms (slot);

-- Events counted by where they stand, by 32 days: what tiles of years are made of, as few as there are spots and kinds. Wide
-- ones left out, and those that are listed only.
CREATE TABLE dateline.cells (
	dossier integer NOT NULL,
	-- The slots of 32 days, counted as days are.
	bucket integer NOT NULL,
	-- Of the 2^11 by 2^11 squares of the world, from the west and the north.
	cx integer NOT NULL,
	cy integer NOT NULL,
	type integer NOT NULL,
	-- How its symbol is drawn, and whether all stand for a whole area: as in a tile.
	variant smallint NOT NULL,
	coarse boolean NOT NULL,
	events integer NOT NULL,
	-- Of them, those whose date is sure.
	sure integer NOT NULL,
	-- Least and greatest spot in them: y times 2^30, and x.
	least bigint NOT NULL,
	most bigint NOT NULL,
	-- Of a single one.
	id text COLLATE "C"
) PARTITION BY LIST (dossier);
CREATE INDEX ON dateline.cells (bucket);

-- The terms of each event, one a row: what the counts of places, actors and publishers are made of.
CREATE VIEW dateline.event_terms AS
SELECT events.*, term.kind, term.number
FROM dateline.events
CROSS JOIN LATERAL (
	SELECT 1 AS kind, unnest(events.places) AS number
	UNION ALL SELECT 2, unnest(events.actors)
	UNION ALL SELECT 3, unnest(events.publishers)
) AS term;

-- Files whose rows are in: an import that was interrupted goes on with the first that is not.
CREATE TABLE dateline.imports (
	dossier integer NOT NULL REFERENCES dateline.dossiers ON DELETE CASCADE,
	sha256 text NOT NULL,
	name text NOT NULL,
	events bigint NOT NULL,
	at timestamptz NOT NULL DEFAULT now(),
	PRIMARY KEY (dossier, sha256)
);

-- Events and claims of a dossier stand in tables of its own, `events_7` and `claims_7` for dossier 7, parted by slot: the
-- wide, those of each calendar year from 1900 to 2100, those before and behind. (Every query takes a lock on each
-- part and each of its indexes: a part for each of a thousand years would be more locks than a server has.)

-- The parts of a dossier for what begins in some years; what is there stays. A dossier's tables are seen, and have
-- indexes, once dateline.attach_dossier has been called. Nothing that reads has to wait: nothing locks more than what it makes.
CREATE FUNCTION dateline.make_partitions(dossier integer, years integer[]) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
	kind text;
	root text;
	part record;
BEGIN
	FOREACH kind IN ARRAY ARRAY['events', 'claims'] LOOP
		root := format('%s_%s', kind, dossier);
		IF to_regclass(format('dateline.%I', root)) IS NULL THEN
			EXECUTE format(
				'CREATE TABLE dateline.%I (LIKE dateline.%I, CHECK (dossier = %s)) PARTITION BY RANGE (slot)',
				root, kind, dossier
			);
		END IF;
		FOR part IN
			SELECT 'wide' AS name, 'MINVALUE' AS low, '-2147483647' AS high
			UNION
			SELECT
				CASE WHEN year < 1900 THEN 'before' WHEN year > 2100 THEN 'after' ELSE year::text END,
				CASE WHEN year < 1900 THEN '-2147483647'
					ELSE (make_date(least(year, 2101), 1, 1) - date '1970-01-01')::text END,
				CASE WHEN year > 2100 THEN 'MAXVALUE'
					ELSE (make_date(greatest(year, 1899) + 1, 1, 1) - date '1970-01-01')::text END
			FROM unnest(years) AS year
		LOOP
			CONTINUE WHEN to_regclass(format('dateline.%I', root || '_' || part.name)) IS NOT NULL;
			-- Made and then attached: a partition that is made as one would lock all readers out.
			EXECUTE format(
				'CREATE TABLE dateline.%I (LIKE dateline.%I INCLUDING CONSTRAINTS)',
				root || '_' || part.name, root
			);
			EXECUTE format(
				'ALTER TABLE dateline.%I ATTACH PARTITION dateline.%I FOR VALUES FROM (%s) TO (%s)',
				root, root || '_' || part.name, part.low, part.high
			);
		END LOOP;
	END LOOP;
	FOREACH kind IN ARRAY ARRAY['days', 'day_terms', 'cells'] LOOP
		CONTINUE WHEN to_regclass(format('dateline.%I', kind || '_' || dossier)) IS NOT NULL;
		EXECUTE format(
			'CREATE TABLE dateline.%I (LIKE dateline.%I, CHECK (dossier = %s))', kind || '_' || dossier, kind, dossier
		);
	END LOOP;
END $$;

-- Makes the tables of a dossier part of all, with the indexes of all: quicker once their rows are in.
CREATE FUNCTION dateline.attach_dossier(dossier integer) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
	kind text;
	own regclass;
BEGIN
	FOREACH kind IN ARRAY ARRAY['events', 'claims', 'days', 'day_terms', 'cells'] LOOP
		own := to_regclass(format('dateline.%I', kind || '_' || dossier));
		CONTINUE WHEN own IS NULL OR EXISTS (SELECT FROM pg_inherits WHERE inhrelid = own);
		EXECUTE format('ALTER TABLE dateline.%I ATTACH PARTITION %s FOR VALUES IN (%s)', kind, own, dossier);
	END LOOP;
END $$;

-- Removes a dossier with all that it has.
CREATE FUNCTION dateline.drop_dossier(dossier integer) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
	kind text;
BEGIN
	FOREACH kind IN ARRAY ARRAY['events', 'claims', 'days', 'day_terms', 'cells'] LOOP
		EXECUTE format('DROP TABLE IF EXISTS dateline.%I', kind || '_' || dossier);
	END LOOP;
	-- $1, by which it is found under whatever name this goes.
	DELETE FROM dateline.dossiers WHERE number = $1;
END $$;
