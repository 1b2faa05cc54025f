import { describe, expect, it } from 'vitest';
import {
  beginsRightToLeft,
  isRightToLeftLanguage,
} from '../../../../electron/export/docx/reading-direction.ts';

describe('isRightToLeftLanguage', () => {
  it.each(['ar', 'ar-EG', 'HE', 'fa', 'ur-PK', 'yi', 'az-Arab', 'pa-arab-PK'])('%s is', (tag) => {
    expect(isRightToLeftLanguage(tag)).toBe(true);
  });

  it.each([null, '', 'en', 'de-AT', 'ku-Latn', 'ar-Latn', 'uz-Cyrl-UZ', 'zh-Hant'])(
    '%s is not',
    (tag) => {
      expect(isRightToLeftLanguage(tag)).toBe(false);
    },
  );
});

describe('beginsRightToLeft', () => {
  it.each(['العربية first', '123 – שלום', '“ܐ”'])('%s does', (text) => {
    expect(beginsRightToLeft(text)).toBe(true);
  });

  it.each(['', '123', 'first العربية', '渡船'])('%s does not', (text) => {
    expect(beginsRightToLeft(text)).toBe(false);
  });
});
