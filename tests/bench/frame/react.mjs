// The list of bench frame in React: `render(texts)` renders it again, at once.
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { flushSync } from 'react-dom';

const List = ({ texts }) => texts.map((text, i) => createElement('p', { key: i }, text));
const root = createRoot(document.getElementById('root'));

window.render = (texts) => flushSync(() => root.render(createElement(List, { texts })));
