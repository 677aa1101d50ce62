import type { Status } from '../../../shared/api/wire.ts'
import { media as pictureWords } from '../../../shared/locales/en/media.ts'
import { warningWords } from '../../../shared/locales/en/warning-label.ts'
import { plainText } from '../../http/plain-text.ts'
import type { CommunitySettings } from '../settings/queries.ts'

/**
 * A post in a line: behind a warning, no more than the warning; the choices of its poll; without words, what is to be
 * seen, and of covered pictures that they are. What it quotes is another person's to pass on.
 */
export function saidIn({ warningLabel }: CommunitySettings, status: Status): string {
  const { spoiler_text: warning, content, poll, sensitive, media_attachments: pictures } = status
  if (warning !== '') return `${warningWords[warningLabel]}: ${warning}`
  const asked = poll ? `(${poll.options.map(({ title }) => title).join(' / ')})` : ''
  const said = `${plainText(content, 200)} ${asked}`.trim()
  if (said !== '' || pictures.length === 0) return said
  return (
    (sensitive ? undefined : pictures[0]?.description) ??
    pictureWords[sensitive ? 'covered' : 'pictures'](pictures.length)
  )
}
