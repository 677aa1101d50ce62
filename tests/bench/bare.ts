import { readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import express from 'express'

// Express as it comes, with one handler that answers bytes which it was given in a file
const [file = '', type = ''] = process.argv.slice(2)
const bytes = readFileSync(file)
const app = express()
app.get('/api/v1/timelines/home', (_request, response) => {
  response.type(type).send(bytes)
})
const server = app.listen(0, '127.0.0.1', () => {
  // a TCP server has an address object
  console.log((server.address() as AddressInfo).port)
})
