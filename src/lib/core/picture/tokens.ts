import type { Role } from '../dossier/schema';
import type { Theme } from '../view/view';

export type { Theme };

/** Colours of the map in one theme. The interface's own stand in ui/theme.css; a test compares the shared ones. */
export interface MapTokens {
	land: string;
	water: string;
	waterLine: string;
	waterLabel: string;
	border: string;
	adminLine: string;
	adminLabel: string;
	townLabel: string;
	placeLabel: string;
	halo: string;
	/** The one accent: selection. */
	accent: string;
	/** Of the plates that hold several symbols: the interface's own paper and inks. */
	paper: string;
	ink: string;
	inkSoft: string;
	/** Opacity of the relief, 0 to 1. */
	relief: number;
	roles: Record<Role, string>;
}

/** Role colours differ in hue and lightness for colour-blind readers, and reach 3:1 on the land. */
export const TOKENS: Record<Theme, MapTokens> = {
	light: {
		land: '#f4f1ea',
		water: '#d3e0e5',
		waterLine: '#a9c3cd',
		waterLabel: '#55798a',
		border: '#8a8275',
		adminLine: '#c4bcae',
		adminLabel: '#8b8375',
		townLabel: '#57534b',
		placeLabel: '#25221d',
		halo: '#f7f5f0',
		accent: '#16181b',
		paper: '#fcfbf8',
		ink: '#16181b',
		inkSoft: '#585349',
		relief: 0.5,
		roles: {
			armed: '#ad1f2d',
			movement: '#a86e00',
			diplomacy: '#2162a8',
			word: '#6f4b9e',
			agreement: '#0b7a69'
		}
	},
	dark: {
		land: '#1d2126',
		water: '#12171c',
		waterLine: '#33424d',
		waterLabel: '#7893a1',
		border: '#6f6a61',
		adminLine: '#3c4046',
		adminLabel: '#85817a',
		townLabel: '#a9a59d',
		placeLabel: '#efece5',
		halo: '#181b20',
		accent: '#f5f2eb',
		paper: '#16191d',
		ink: '#f0ede6',
		inkSoft: '#b3aea4',
		relief: 0.18,
		roles: {
			armed: '#ff7a6e',
			movement: '#efb43c',
			diplomacy: '#74b3ff',
			word: '#c5a8f7',
			agreement: '#52cfb5'
		}
	},
	// Roles stand a step of lightness apart, ink is near black, and the ground takes no toner.
	print: {
		land: '#ffffff',
		water: '#e6edf0',
		waterLine: '#8fa0a9',
		waterLabel: '#3d5866',
		border: '#4d4d4d',
		adminLine: '#9c9c9c',
		adminLabel: '#595959',
		townLabel: '#383838',
		placeLabel: '#0a0a0a',
		halo: '#ffffff',
		accent: '#000000',
		paper: '#ffffff',
		ink: '#0a0a0a',
		inkSoft: '#444444',
		relief: 0.2,
		roles: {
			movement: '#b47700',
			agreement: '#0a7668',
			diplomacy: '#194f8d',
			armed: '#70101a',
			word: '#1f1236'
		}
	}
};
