import type { Config } from '../../config.ts'

type Place = { config: Pick<Config, 'publicUrl' | 'mediaUrl'> }

/** The absolute address of a stored file. With MEDIA_URL, files lie directly below it. */
export const mediaUrl = ({ config }: Place, file: string): string =>
  `${config.mediaUrl ?? `${config.publicUrl}/media`}/${file}`

/** The picture of somebody who has chosen none; clients need an address. */
export const missingAvatar = ({ config }: Place): string => `${config.publicUrl}/avatar-missing.png`

/** The banner of somebody who has chosen none; clients need an address. */
export const missingHeader = ({ config }: Place): string => `${config.publicUrl}/header-missing.png`
