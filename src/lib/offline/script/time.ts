import { formatDay, parseDay } from '../../core/date/day';
import type { DayRange } from '../../core/date/match';
import { dayInWords } from '../../core/date/words';
import { Axis, type Window } from '../../timeline/axis';
import { barParts, barPaths, binEvents, datedEvents, type DatedEvent } from '../../timeline/bins';
import { TimelineController, type Thumb } from '../../timeline/controller';
import { domainOf } from '../../timeline/extent';
import { Gesture, type Outcome, type Point, type Scene } from '../../timeline/gesture';
import { barUnit, HEIGHT, percent, PLOT, ROWS, STRIP } from '../../timeline/layout';
import { LABEL_GAP, layOutTicks } from '../../timeline/ticks';
import type { FileData } from '../data';
import { byId, svg } from './elements';

const THUMBS = ['from', 'to'] as const;
const TICKS = { 0: 3, 1: 7, 2: ROWS[1] + 2 } as const;

/** Two date fields and a slider with two thumbs over a histogram: three ways to the same range. */
export class TimeSlider {
	readonly #timeline: TimelineController;
	readonly #dated: readonly DatedEvent[];
	readonly #axisBox = byId('axis');
	readonly #fields = { from: byId('from'), to: byId('to') } as Record<Thumb, HTMLInputElement>;
	readonly #all = byId('all-dates');
	readonly #beyond = byId('beyond');
	readonly #thumbs: Record<Thumb, { place: SVGElement; slider: SVGElement }>;
	readonly #back = svg('g', { 'aria-hidden': 'true' });
	readonly #front = svg('g', { 'aria-hidden': 'true' });
	readonly #onrange: (range: DayRange) => void;
	#window: Window;
	#axis: Axis;
	#range: DayRange = {};

	/** @param onrange called with each step of a drag, a key or a field */
	constructor({ dossier, looks, opening }: FileData, onrange: (range: DayRange) => void) {
		this.#onrange = onrange;
		this.#dated = datedEvents(
			dossier.events.map(({ id, title, when }, i) => ({
				id,
				title,
				when,
				role: looks[i]?.role ?? 'word',
				shape: looks[i]?.shape ?? 'square'
			}))
		).events;
		this.#timeline = new TimelineController(domainOf(dossier.events, opening), opening);
		this.#window = this.#timeline.opening;
		this.#axis = new Axis(this.#window, 1);
		this.#thumbs = { from: thumb('from'), to: thumb('to') };
		this.#axisBox.append(
			svg(
				'svg',
				{ y: STRIP, overflow: 'visible' },
				this.#back,
				this.#front,
				...THUMBS.map((name) => this.#thumbs[name].place)
			)
		);
		this.#listen();
		byId('time').hidden = false;
		new ResizeObserver(() => this.#layOut()).observe(this.#axisBox);
		this.#layOut();
	}

	show(range: DayRange): void {
		this.#range = range;
		const days = this.#timeline.thumbs(range);
		const { first, last } = this.#timeline.domain;
		for (const name of THUMBS) {
			const { place, slider } = this.#thumbs[name];
			const edge = name === 'from' ? days.from : days.to + 1;
			const at = this.#axis.fraction(edge);
			place.setAttribute('x', percent(this.#axis.heldFraction(edge)));
			slider.classList.toggle('out', at < -1e-9 || at > 1 + 1e-9);
			slider.setAttribute('aria-valuemin', String(name === 'from' ? first : days.from));
			slider.setAttribute('aria-valuemax', String(name === 'from' ? days.to : last));
			slider.setAttribute('aria-valuenow', String(days[name]));
			slider.setAttribute('aria-valuetext', this.#timeline.valueText(range, name));
			const day = range[name];
			const field = this.#fields[name];
			// A field that is being typed into is the reader's.
			if (document.activeElement !== field) field.value = day === undefined ? '' : formatDay(day);
		}
		const bounded = range.from !== undefined || range.to !== undefined;
		this.#all.hidden = !bounded;
		const left = this.#axis.heldFraction(days.from);
		const right = this.#axis.heldFraction(days.to + 1);
		this.#front.replaceChildren(
			...(bounded
				? [
						svg('rect', { class: 'veil', width: percent(left), height: PLOT }),
						svg('rect', {
							class: 'veil',
							x: percent(right),
							width: percent(1 - right),
							height: PLOT
						})
					]
				: []),
			svg('line', { class: 'foot', x2: '100%', y1: PLOT, y2: PLOT })
		);
	}

	#listen(): void {
		for (const name of THUMBS) {
			const field = this.#fields[name];
			field.addEventListener('change', () => {
				this.#onrange(this.#timeline.typed(this.#range, name, parseDay(field.value)));
			});
			field.addEventListener('blur', () => this.show(this.#range));
			this.#thumbs[name].slider.addEventListener('keydown', (event) => {
				const { key, shiftKey, altKey, ctrlKey, metaKey } = event as KeyboardEvent;
				if (altKey || ctrlKey || metaKey) return;
				const large = this.#window.span / 12;
				const next = this.#timeline.key(this.#range, name, key, shiftKey, large);
				if (!next) return;
				event.preventDefault();
				this.#onrange(next);
			});
		}
		this.#all.addEventListener('click', () => this.#onrange({}));
		this.#beyond.addEventListener('click', () => {
			const { opening, whole } = this.#timeline;
			this.#window = this.#isWhole() ? opening : whole;
			this.#layOut();
		});
		this.#drag();
	}

	/** Pointers on the axis do what they do on the viewer's; a click, which has nothing to choose here, nothing. */
	#drag(): void {
		const gesture = new Gesture();
		const axisBox = this.#axisBox;
		/** The axis' left end and the plot's top on the screen, as of the press: a drag lays nothing out. */
		let corner = { x: 0, y: 0 };
		const pointOf = (event: PointerEvent): Point => ({
			id: event.pointerId,
			x: event.clientX - corner.x,
			y: event.clientY - corner.y,
			touch: event.pointerType === 'touch'
		});
		const scene = (): Scene => ({
			timeline: this.#timeline,
			axis: this.#axis,
			range: this.#range,
			ground: PLOT
		});
		axisBox.addEventListener('pointerdown', (event) => {
			if (event.button !== 0) return;
			const { left, top } = axisBox.getBoundingClientRect();
			corner = { x: left, y: top + STRIP };
			axisBox.setPointerCapture(event.pointerId);
			const target = gesture.press(pointOf(event), scene());
			if (target === 'from' || target === 'to')
				this.#thumbs[target].slider.focus({ preventScroll: true });
			event.preventDefault();
		});
		axisBox.addEventListener('pointermove', (event) =>
			this.#obey(gesture.drag(pointOf(event), scene()))
		);
		axisBox.addEventListener('pointerup', (event) => this.#obey(gesture.release(pointOf(event))));
		axisBox.addEventListener('pointercancel', ({ pointerId }) => gesture.cancel(pointerId));
	}

	#obey(outcome: Outcome | undefined): void {
		if (outcome?.kind === 'range') this.#onrange(outcome.range);
		else if (outcome?.kind === 'window') {
			this.#window = outcome.window;
			this.#layOut();
		}
	}

	#isWhole(): boolean {
		return this.#window.span >= this.#timeline.whole.span;
	}

	/** Bars and ticks, which do not look at the range. */
	#layOut(): void {
		const width = this.#axisBox.getBoundingClientRect().width;
		this.#axis = new Axis(this.#window, width || 1);
		const bins = binEvents(this.#dated, this.#axis);
		const { ticks, labels } = layOutTicks(this.#axis);
		const bars = barPaths(barParts(bins, this.#axis), barUnit(bins.highest), PLOT).map(
			({ role, possible, d }) =>
				svg('path', {
					fill: `var(--role-${role})`,
					...(possible && { 'fill-opacity': 0.42 }),
					d
				})
		);
		this.#back.replaceChildren(
			svg('rect', { class: 'surface', y: -STRIP, width: '100%', height: HEIGHT }),
			...ticks.map(({ at, level }) =>
				svg('line', {
					class: 'tick',
					x1: percent(at),
					x2: percent(at),
					y1: level === 2 ? 0 : PLOT,
					y2: PLOT + TICKS[level]
				})
			),
			...labels.map(({ at, row, text }) =>
				svg('text', { x: percent(at), dx: LABEL_GAP, y: PLOT + ROWS[row] }, text)
			),
			svg(
				'svg',
				{ viewBox: `0 0 1 ${PLOT}`, width: '100%', height: PLOT, preserveAspectRatio: 'none' },
				...bars
			)
		);
		const { opening, whole } = this.#timeline;
		this.#beyond.hidden = this.#isWhole() && opening.span === whole.span;
		const hidden = bins.before.length + bins.after.length;
		this.#beyond.textContent = this.#isWhole()
			? `Only ${dayInWords(opening.start)} to ${dayInWords(opening.start + opening.span - 1)}`
			: `All years: ${hidden} more ${hidden === 1 ? 'event' : 'events'}`;
		this.show(this.#range);
	}
}

/** A thumb: a line across the plot with a grip, which keys and pointers move. */
function thumb(name: Thumb): { place: SVGElement; slider: SVGElement } {
	const side = name === 'from' ? -1 : 1;
	const slider = svg(
		'g',
		{
			role: 'slider',
			tabindex: 0,
			'data-thumb': name,
			'aria-label': name === 'from' ? 'First day' : 'Last day',
			'aria-orientation': 'horizontal'
		},
		svg('rect', { class: 'reach', x: side < 0 ? -20 : -8, y: -2, width: 28, height: PLOT + 4 }),
		svg('line', { class: 'stem', y2: PLOT }),
		svg('rect', {
			class: 'grip',
			x: side < 0 ? -10 : 0,
			y: PLOT / 2 - 12,
			width: 10,
			height: 24,
			rx: 3
		}),
		svg('path', { class: 'groove', d: `M${side * 5} ${PLOT / 2 - 4}v8` })
	);
	return { place: svg('svg', { class: 'thumb', overflow: 'visible' }, slider), slider };
}
