import { describe, expect, it } from 'vitest';
import { languageOf, languageTag } from '../../../../electron/library/formats/language.ts';

describe('languageOf', () => {
  it.each([
    ['uk', 'Бібліотека Озерії відкрила архів листів'],
    ['ru', 'Почтальон спрятал письма в сундуке, и они были целы сто лет'],
    [
      'ru',
      'Рабочие вышли на площадь. «Слава Україні», — сказал один из них, и все разошлись по домам до утра, пока было светло и тихо; рынок был закрыт, а поезда ходили редко',
    ],
    ['ar', 'جمهورية مرسال تفتتح أول مدرسة عائمة'],
    ['fa', 'گروهی از پژوهشگران در بندر جمع شدند'],
    ['he', 'הנמל נסגר לאחר שהספינה טבעה'],
    ['el', 'Το λιμάνι έκλεισε μετά το ναυάγιο'],
    ['ja', '古い電話局に小さな音の博物館が開館'],
    ['ko', '항구가 폐쇄되었다'],
    ['zh', '港口在疏浚船沉没后关闭'],
    ['ar', 'جمهورية مرسال تفتتح أول مدرسة عائمة א REUTERS'],
    ['uk', 'Бібліотека Озерії відкрила архів. REUTERS/Danylo Hrushevy'],
  ])('tells %s', (language, text) => {
    expect(languageOf(text)).toBe(language);
  });

  it.each([
    ['English', 'Port of Valmar Closes'],
    ['English with a foreign name', 'The library Бібліотека reopens in the old town by the lake'],
    ['Bulgarian', 'Пристанището беше затворено след потъването на кораба'],
    ['Serbian', 'Лука је затворена након потонућа брода, рекли су њени људи'],
    ['Belarusian', 'Порт зачынены пасля таго, як патануў карабель, і ўсе чакаюць'],
    ['Urdu', 'بندرگاہ بند کر دی گئی ہے اور جہاز انتظار کر رہے ہیں'],
    ['Thai', 'ท่าเรือปิด'],
    ['figures', '2025 – 19'],
    ['nothing', ''],
  ])('claims nothing for %s', (_name, text) => {
    expect(languageOf(text)).toBeNull();
  });
});

describe('languageTag', () => {
  it('puts a tag in its usual form and refuses what is none', () => {
    expect(languageTag('pt-br')).toBe('pt-BR');
    expect(languageTag('no such tag!')).toBeNull();
    expect(languageTag(null)).toBeNull();
  });
});
