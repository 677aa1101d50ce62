import { z } from 'zod'

/** The address of a mail server, with name and password in it where it asks for them. */
export const smtpUrl = z.url({ protocol: /^smtps?$/, hostname: /./ }).max(500)
