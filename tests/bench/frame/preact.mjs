// The list of bench frame in Preact: `render(texts)` renders it again, at once.
import { createElement, render } from 'preact';

const List = ({ texts }) => texts.map((text, i) => createElement('p', { key: i }, text));
const root = document.getElementById('root');

window.render = (texts) => render(createElement(List, { texts }), root);
