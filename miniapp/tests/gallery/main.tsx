import { createRoot } from 'react-dom/client';
import '../../src/app.scss';
import '../../src/ui/styles/web.scss';
import { Gallery } from './gallery';

createRoot(document.getElementById('app') as HTMLElement).render(<Gallery />);
