import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Challenge } from '../../../shared/api/challenge.ts'

/** The number that the server thought of; -1 when there is none, which the server then refuses. */
function findNumber({ salt, target, most }: Challenge): number {
  for (let number = 0; number < most; number += 1) {
    if (bytesToHex(sha256(utf8ToBytes(`${salt}${number}`))) === target) return number
  }
  return -1
}

addEventListener('message', ({ data }: MessageEvent<Challenge>) => postMessage(findNumber(data)))
