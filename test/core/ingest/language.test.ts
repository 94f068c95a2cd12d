import { describe, expect, it } from 'vitest';
import { languageOf } from '../../../src/lib/core/ingest/language';

describe('the language of a text', () => {
	it.each([
		['en', 'The council said on Tuesday that it had closed the bridge for a week.'],
		['hy', 'Կամուրջը փակվել է երեքշաբթի օրը, հայտնել է քաղաքապետարանը։'],
		['ru', 'Мост закрыли во вторник, сообщила мэрия города.'],
		['uk', 'Міст закрили у вівторок, повідомила мерія міста її жителів.'],
		[
			'az',
			'Körpü çərşənbə axşamı bağlanıb və bu barədə bələdiyyə məlumat verib, daha sonra isə açılıb.'
		],
		['ar', 'أغلق الجسر يوم الثلاثاء حسب ما أعلنت البلدية.'],
		['fa', 'پل روز سه‌شنبه بسته شد، چنان که شهرداری گفت.'],
		['ka', 'ხიდი სამშაბათს დაიხურა, განაცხადა მერიამ.'],
		['he', 'הגשר נסגר ביום שלישי, כך הודיעה העירייה.'],
		['el', 'Η γέφυρα έκλεισε την Τρίτη, ανακοίνωσε ο δήμος.'],
		['zh', '市政府表示，这座桥星期二关闭，将于下周重新开放供车辆通行。'],
		['ja', '市によると、この橋は火曜日に閉鎖されました。'],
		[
			'tr',
			'Köprü salı günü kapatıldı ve bu konuda belediye bir açıklama yaptı, daha sonra ise açıldı.'
		],
		['de', 'Die Brücke wurde am Dienstag für eine Woche gesperrt, das teilte die Stadt mit.'],
		['fr', 'Le pont a été fermé mardi pour une semaine, selon la mairie de la ville.'],
		['es', 'El puente fue cerrado el martes por una semana, según la alcaldía de la ciudad.']
	])('is %s', (language, text) => expect(languageOf(text)).toBe(language));

	it.each(['', 'Kirn', '12345 67890 !!!', 'Անի Ann Аня', '\ud800\ud800\ud800'])(
		'is not told of %j',
		(text) => expect(languageOf(text)).toBeUndefined()
	);

	it('is that of the most of it', () => {
		const menu = 'Մատչելիության հղումներ';
		const report = 'The council said on Tuesday that it had closed the bridge for a week. '.repeat(
			3
		);
		expect(languageOf(`${menu}\n${report}`)).toBe('en');
	});
});
