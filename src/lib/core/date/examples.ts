/** A form of EDTF that Dateline reads, with a date written so. */
export interface DateExample {
	/** What it is for, in words. */
	form: string;
	edtf: string;
}

/** The forms in which a date can be written, from the simplest on; around 13 May of a year. */
export function dateExamples(year = 2021): DateExample[] {
	return [
		{ form: 'A day', edtf: `${year}-05-13` },
		{ form: 'A month', edtf: `${year}-05` },
		{ form: 'A year', edtf: `${year}` },
		{ form: 'About', edtf: `${year}-05-13~` },
		{ form: 'Perhaps', edtf: `${year}-05-13?` },
		{ form: 'From one day to another', edtf: `${year}-05-13/${year}-05-14` },
		{ form: 'Some day of a month', edtf: `${year}-05-XX` },
		{ form: 'Spring', edtf: `${year}-21` },
		{ form: 'Summer', edtf: `${year}-22` },
		{ form: 'Autumn', edtf: `${year}-23` },
		{ form: 'Winter', edtf: `${year}-24` },
		{ form: 'Until a day', edtf: `../${year}-05-14` },
		{ form: 'From a day on', edtf: `${year}-05-13/..` },
		{ form: 'From a day to one not known', edtf: `${year}-05-13/` },
		{ form: 'A decade', edtf: `${String(year).slice(0, 3)}X` }
	];
}
