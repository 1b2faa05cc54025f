/**
 * Notes for a Logseq graph: the properties of the page, and a block for each mark, which has the id of
 * the mark as its own. What is open in a note ends with its block. Properties can only begin a page:
 * where several briefings share one, those of a block say the same of each.
 *
 * @see https://docs.logseq.com/#/page/properties
 * @see https://docs.logseq.com/#/page/block%20reference
 */
export const logseq = String.raw`
{%- assign tabs = '						' -%}
{%- capture properties -%}
source:: {% if briefing.source %}{{ briefing.source | logseq_value }}{% else %}not stated{% endif %}
{%- if briefing.date %}
date:: {{ briefing.date }}
{%- endif %}
file:: {{ briefing.file_name | logseq_value }}
{%- if tags.size > 0 %}
tags:: {{ tags | logseq_value | uniq | join: ', ' }}
{%- endif %}
readout-id:: {{ briefing.id }}
{%- if briefing.is_missing %}
missing:: true
{%- endif %}
{%- endcapture -%}
{%- if is_alone -%}
title:: {{ briefing.headline | logseq_value }}
{{ properties }}

{% endif -%}
{%- if text.size > 0 and text[0].kind == 'headline' and text[0].text != '' -%}
- # {{ text[0] | marked: 'logseq' }}
{%- else -%}
- # {{ briefing.headline | escape_wiki }}
{%- endif %}
{%- if is_alone == false %}
{{ properties | indent: 2 }}
{%- endif %}
{%- if text.size > 0 %}
- ## Text
{%- for block in text %}
{%- if block.kind == 'headline' %}{% continue %}{% endif %}
{%- assign depth = 1 %}
{%- if block.kind == 'bullet' %}{% assign depth = block.level %}{% endif %}
{%- assign inside = tabs | slice: 0, depth %}
{%- assign behind = inside | append: '  ' %}
{%- if block.kind == 'row' and block.is_first_row == false %}
{{ behind }}
{%- else %}
{{ inside }}- {% endif %}{{ block | marked: 'logseq' | hang: behind }}
{%- endfor %}
{%- endif %}
{%- if annotations.size > 0 %}
- ## Notes
{%- endif %}
{%- for annotation in annotations %}
	- **{% if text.size > 0 %}{{ annotation.number }}. {% endif %}{{ annotation.place | escape_wiki }}**
{%- assign own = annotation.tags | logseq_tag | uniq %}
{%- for tag in own %} {{ tag }}{% endfor %}
	  id:: {{ annotation.id }}
{%- if annotation.color %}
	  background-color:: {{ annotation.color }}
{%- endif %}
{%- if annotation.color_name %}
	  color:: {{ annotation.color_name | logseq_value }}
{%- endif %}
	  created:: {{ annotation.created }}
	  modified:: {{ annotation.modified }}
{%- if annotation.quote %}
		- {{ annotation.wiki_quote_lines | hang: '		  ' }}
{%- endif %}
{%- if annotation.credit %}
		- Credit: {{ annotation.credit | escape_wiki }}
{%- endif %}
{%- if annotation.note != '' %}
		- {{ annotation.note_lines | hang: '		  ' }}
{%- endif %}
{%- endfor %}
{%- if bookmarks.size > 0 %}
- ## Bookmarks
{%- endif %}
{%- for bookmark in bookmarks %}
	- **{{ bookmark.place | escape_wiki }}**
  {%- unless bookmark.is_whole %}: {{ bookmark.quote | escape_wiki }}{% endunless %}
	  id:: {{ bookmark.id }}
	  created:: {{ bookmark.created }}
{%- endfor %}
{%- if annotations.size == 0 and bookmarks.size == 0 %}
- No notes and no bookmarks.
{%- endif %}
`;
