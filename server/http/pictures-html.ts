import type { MediaAttachment, Status } from '../../shared/api/wire.ts'
import { media as words } from '../../shared/locales/en/media.ts'
import { html, raw, type Safe } from './html.ts'

/**
 * The pictures of a post before, or without, the client, as `client/features/media/pictures.tsx` shows them. Those that
 * their author covered, or that stand under a warning, are not fetched: a link leads to each.
 */
export function picturesHtml({ media_attachments: pictures, sensitive }: Status): Safe | false {
  if (pictures.length === 0) return false
  const drawn = pictures.map((picture, n) =>
    sensitive ? covered(picture, n, pictures.length) : tile(picture, n, pictures.length),
  )
  const cover = sensitive && html`<p>${words.sensitive(pictures.length)}</p>`
  return html`<div class="pictures_pictures">${cover}<ul class="pictures_${raw(sensitive ? 'links' : 'grid')}" data-count="${pictures.length}" aria-label="${words.pictures(pictures.length)}">${drawn}</ul></div>`
}

const which = (n: number, of: number) => (of > 1 ? words.which(n + 1, of) : words.one)

function tile(picture: MediaAttachment, n: number, of: number): Safe {
  const { width, height } = picture.meta.small
  const alt = picture.description ?? `${which(n, of)}, ${words.undescribed}`
  return html`<li class="pictures_tile"><a class="pictures_open" href="${picture.url ?? ''}"><img class="pictures_image" src="${picture.preview_url ?? ''}" alt="${alt}" width="${width}" height="${height}" loading="lazy" decoding="async"></a></li>`
}

function covered(picture: MediaAttachment, n: number, of: number): Safe {
  return html`<li><a href="${picture.url ?? ''}">${which(n, of)}: ${picture.description ?? words.undescribed}</a></li>`
}
