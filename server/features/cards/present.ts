import type { PreviewCard } from '../../../shared/api/wire.ts'
import type { Context } from '../../context.ts'
import { presentTime } from '../accounts/present.ts'
import { mediaUrl } from '../media/present.ts'
import type { CardRow } from './queries.ts'

/** What a page that a post links to says about itself, as JSON: words and a picture of ours, never HTML of theirs. */
export function presentCard(ctx: Context, row: CardRow): PreviewCard {
  // programs show a card's picture beside a warning: where the topic is discreet there is none to show
  const image = row.isDiscreet === 1 ? null : row.image
  return {
    url: row.url,
    title: row.title,
    description: row.description,
    language: row.language,
    type: 'link',
    authors: row.author === '' ? [] : [{ name: row.author, url: '', account: null }],
    author_name: row.author,
    author_url: '',
    provider_name: row.site,
    provider_url: '',
    html: '',
    width: image === null ? 0 : row.width,
    height: image === null ? 0 : row.height,
    image: image === null ? null : mediaUrl(ctx, image),
    image_description: image === null ? '' : row.imageAlt,
    embed_url: '',
    blurhash: image === null ? null : row.blurhash,
    published_at: row.publishedAt === null ? null : presentTime(row.publishedAt),
  }
}
