import { explain, run } from './run.ts'

run(process.argv.slice(2), process.env)
  .then((said) => {
    if (said) process.stdout.write(`${said}\n`)
  })
  .catch((thrown: unknown) => {
    process.stderr.write(`${explain(thrown)}\n`)
    process.exitCode = 1
  })
