import { strToU8, type Zippable, zipSync } from 'fflate'
import type { EvidenceBundle, EvidenceItem, EvidencePicture } from '../../../shared/api/evidence.ts'
import { evidence as words } from '../../../shared/locales/en/evidence.ts'
import { warningWords } from '../../../shared/locales/en/warning-label.ts'
import type { Context } from '../../context.ts'
import { conflict } from '../../core/errors.ts'
import { type Answer, answer } from '../../http/answer.ts'
import { html, type Safe } from '../../http/html.ts'
import type { Viewer } from '../../policies/viewer.ts'
import { readSettings } from '../settings/queries.ts'
import { openPicture, readBundle } from './own.ts'

const lines = (text: string) => text.split('\n').map((line) => html`${line}<br>`)

const picturesAsHtml = (pictures: EvidencePicture[] = []) =>
  pictures.map(({ sha256, description }) =>
    sha256 === null
      ? html`<p>${words.noPicture} ${description}</p>`
      : html`<p><img src="pictures/${sha256}.webp" alt="${description}" width="400"><br>${description}<br>${words.picture} ${sha256}</p>`,
  )

const earlierAsHtml = (
  version: NonNullable<EvidenceItem['earlier']>[number],
  warned: string,
): Safe => html`<p>${words.earlier(version.created_at)}</p>
${version.spoiler_text !== '' && html`<p><b>${warned}:</b> ${version.spoiler_text}</p>`}
<blockquote>${lines(version.text)}</blockquote>
${picturesAsHtml(version.media)}
`

const saidAsHtml = ({ json, signed, heard_at }: NonNullable<EvidenceItem['document']>): Safe =>
  html`<details><summary>${signed ? words.saidSigned(heard_at) : words.saidFetched(heard_at)}</summary><pre>${json}</pre></details>`

const itemAsHtml = (item: EvidenceItem, n: number, warned: string): Safe => html`<article>
<h2>${n + 1}. ${item.author.handle}</h2>
<p>${words.writtenAt(item.created_at, words.audience[item.visibility])}</p>
${item.spoiler_text !== '' && html`<p><b>${warned}:</b> ${item.spoiler_text}</p>`}
<blockquote>${lines(item.text)}</blockquote>
${picturesAsHtml(item.media)}
${(item.earlier ?? []).map((version) => earlierAsHtml(version, warned))}
${item.document !== undefined && saidAsHtml(item.document)}
<p>${words.post} ${item.uri}<br>${words.author} ${item.author.uri}<br>SHA-256 ${item.sha256}</p>
</article>
`

const bundleAsHtml = ({ head, items, missing, sha256 }: EvidenceBundle, warned: string): Safe => html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${words.title}</title></head>
<body>
<h1>${words.title}</h1>
<p>${words.keptBy(head.owner, head.kept_at)}${head.about !== null && ` ${words.about(head.about)}`}</p>
${head.note !== '' && html`<p><b>${words.note}</b> ${head.note}</p>`}
${items.map((item, n) => itemAsHtml(item, n, warned))}
${missing.length > 0 && html`<p>${words.missing(missing.length)}</p>`}
<h2>${words.proof}</h2>
<p>${words.proofText}</p>
<p>${sha256}</p>
</body></html>
`

/** A bundle of one's own as a ZIP: a page to read, its pictures, and the same as JSON, with the hashes that prove it. Throws 404, and 409 for a damaged one. */
export function exportBundle(ctx: Context, viewer: Viewer, id: number): Answer {
  const bundle = readBundle(ctx, viewer, id)
  const { head, items, sha256, intact } = bundle
  if (!intact)
    throw conflict('A byte of this was changed since you kept it, so it proves nothing.', { code: 'damaged' })
  const named = items.flatMap(({ media, earlier = [] }) => [
    ...media,
    ...earlier.flatMap((version) => version.media ?? []),
  ])
  const pictures: Zippable = {}
  for (const { sha256: name } of named) {
    const bytes = name === null ? undefined : openPicture(ctx, viewer, id, name)
    // a picture is as small as it gets
    if (bytes) pictures[`pictures/${name}.webp`] = [bytes, { level: 0 }]
  }
  const files = {
    'evidence.html': strToU8(bundleAsHtml(bundle, warningWords[readSettings(ctx.db).warningLabel]).html),
    'evidence.json': strToU8(JSON.stringify({ head, items, sha256 }, null, 2)),
    ...pictures,
  }
  return answer(Buffer.from(zipSync(files)), {
    headers: {
      'Content-Type': 'application/zip',
      'Content-Disposition': `attachment; filename="evidence-${bundle.created_at.slice(0, 10)}.zip"`,
    },
  })
}
