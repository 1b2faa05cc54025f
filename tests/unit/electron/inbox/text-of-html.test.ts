import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textOfHtml } from '../../../../electron/inbox/text-of-html.ts';

describe('textOfHtml', () => {
  it.each([
    ['plain text', 'plain text'],
    ['<p>One</p><p>Two</p>', 'One\n\nTwo'],
    ['<div>One</div><div>Two</div>', 'One\nTwo'],
    ['One<br>Two<br><br>Three', 'One\nTwo\n\nThree'],
    ['<h1>Head</h1>\n<p>a <b>bold</b>  word</p>', 'Head\n\na bold word'],
    ['a<b>b</b>c', 'abc'],
    ['a <i>b</i> c', 'a b c'],
    ['<ul><li>One</li><li>Two</li></ul>', 'One\nTwo'],
    ['<table><tr><td>1</td><td>2</td></tr><tr><td>3</td></tr></table>', '1 2\n3'],
    ['<head><title>T</title></head><body>x</body>', 'x'],
    ['<style>p{}</style>x<script>alert("<p>")</script>y', 'xy'],
    ['<SCRIPT>alert(1)</SCRIPT >z', 'z'],
    ['<script>never closed', ''],
    ['x<!-- <p>no</p> -->y', 'xy'],
    ['x<!-- never closed', 'x'],
    [
      'fish &amp; chips &lt;b&gt; &quot;a&quot; &#8364; &#x20ac; &nbsp;&unknown;',
      'fish & chips <b> "a" € €  &unknown;',
    ],
    ['&#0;&#xd800;&#99999999;', '\ufffd\ufffd\ufffd'],
    ['1 < 2 and 3 > 2', '1 < 2 and 3 > 2'],
    ['<?xml version="1.0"?><!DOCTYPE html>x', 'x'],
    ['<a href="javascript:alert(1)">link</a>', 'link'],
    ['İ<script>x</script>y', 'İy'],
    ['', ''],
    [' \n ', ''],
  ])('takes the text out of %j', (html, text) => expect(textOfHtml(html)).toBe(text));

  it('takes the text out of anything', () => {
    const piece = fc.oneof(
      fc.string(),
      fc.constantFrom('<p>', '</p>', '<br>', '<script>', '</script>', '<!--', '-->', '<', '>', '&'),
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = textOfHtml(pieces.join(''));
        expect(text.includes('\n\n\n')).toBe(false);
      }),
    );
  });

  it('takes text out of a long one in no more time than it takes to read it', () => {
    const html = '<script></script><p>word</p>'.repeat(50_000);
    expect(textOfHtml(html).length).toBe('word'.length * 50_000 + 2 * 49_999);
  });
});
