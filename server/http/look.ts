import type { Request, Response } from 'express'
import { comforts } from '../../shared/comfort.ts'
import type { Config } from '../config.ts'
import { readCookie } from './cookies.ts'
import type { Safe } from './html.ts'

/** What this browser chose, as attributes; only words of the table come out, whatever the cookie holds. */
function attributes(cookie: string): string {
  const words = cookie.split('.')
  return Object.entries(comforts)
    .map(([which, choices]) => [which, choices.find((choice) => words.includes(choice))])
    .map(([which, chosen]) => (chosen ? ` data-${which}="${chosen}"` : ''))
    .join('')
}

/** Sends a whole page in the size, contrast and colours that were chosen in this browser, so that nothing jumps later. */
export function sendPage(config: Config, request: Request, response: Response, { html }: Safe): void {
  const look = readCookie(config, request, 'look')
  response.type('html').send(look ? html.replace('<html', `<html${attributes(look)}`) : html)
}
