import { render } from 'solid-js/web'
import './styles/tokens.css'
import './styles/base.css'
import './styles/layout.css'
import { App } from './app.tsx'
import { registerWorker } from './lib/worker.ts'

// what was chosen for this device on top of the system's wishes: settings/comfort.ts
Object.assign(document.documentElement.dataset, JSON.parse(localStorage.comfort ?? '{}'))
const place = document.getElementById('app')
if (place) render(() => <App />, place)
registerWorker()
