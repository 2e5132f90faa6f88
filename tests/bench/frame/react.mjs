// The list of bench frame in React: `render(versions)` renders it again, at once.
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { flushSync } from 'react-dom';

const List = ({ versions }) => versions.map((version, i) => createElement('p', { key: i }, `Sentence ${i}, version ${version}`));
const root = createRoot(document.getElementById('root'));

window.render = (versions) => flushSync(() => root.render(createElement(List, { versions })));
