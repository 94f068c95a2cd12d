import { letteringIn, PLAIN, type Lettering } from '../../core/picture/outline';
import type { Attributes, Resolver, TokenName } from '../../core/picture/scene';

/** What a node's parents have said of how it is painted. */
export interface PaintState {
	/** A colour, `none`, or the pattern `url(#…)`. */
	fill: string;
	stroke: string;
	strokeWidth: number;
	fillOpacity: number;
	strokeOpacity: number;
	/** Of the groups about it. */
	opacity: number;
	join: 'miter' | 'round' | 'bevel';
	cap: 'butt' | 'round' | 'square';
	dash: readonly number[];
	strokeFirst: boolean;
	lettering: Lettering;
}

/** As SVG begins. */
export const START: PaintState = {
	fill: '#000000',
	stroke: 'none',
	strokeWidth: 1,
	fillOpacity: 1,
	strokeOpacity: 1,
	opacity: 1,
	join: 'miter',
	cap: 'butt',
	dash: [],
	strokeFirst: false,
	lettering: PLAIN
};

/** The state within a node: what it says itself goes over what it inherits. */
export function stateIn(attributes: Attributes, outer: PaintState, resolve: Resolver): PaintState {
	const of = (name: string) => attributes[name];
	const paint = (name: 'fill' | 'stroke', inherited: string) => {
		const value = of(name);
		if (value === undefined) return inherited;
		const text = String(value);
		return text === 'none' || text.startsWith('url(') ? text : resolve(text as TokenName);
	};
	const number = (name: string, inherited: number) => Number(of(name) ?? inherited);
	const opacity = of('opacity');
	return {
		fill: paint('fill', outer.fill),
		stroke: paint('stroke', outer.stroke),
		strokeWidth: number('stroke-width', outer.strokeWidth),
		fillOpacity: number('fill-opacity', outer.fillOpacity),
		strokeOpacity: number('stroke-opacity', outer.strokeOpacity),
		opacity:
			outer.opacity *
			(opacity === undefined
				? 1
				: Number(typeof opacity === 'number' ? opacity : resolve(opacity as TokenName))),
		join: (of('stroke-linejoin') ?? outer.join) as PaintState['join'],
		cap: (of('stroke-linecap') ?? outer.cap) as PaintState['cap'],
		dash:
			of('stroke-dasharray') === undefined
				? outer.dash
				: String(of('stroke-dasharray'))
						.split(/[\s,]+/)
						.map(Number),
		strokeFirst:
			of('paint-order') === undefined ? outer.strokeFirst : of('paint-order') === 'stroke',
		lettering: letteringIn(attributes, outer.lettering)
	};
}
