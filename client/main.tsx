import { render } from 'solid-js/web'
import './styles/tokens.css'
import './styles/base.css'
import './styles/layout.css'
import { App } from './app.tsx'
import { registerWorker } from './lib/worker.ts'

const place = document.getElementById('app')
if (place) render(() => <App />, place)
registerWorker()
