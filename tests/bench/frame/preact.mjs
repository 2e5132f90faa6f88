// The list of bench frame in Preact: `render(versions)` renders it again, at once.
import { createElement, render } from 'preact';

const List = ({ versions }) => versions.map((version, i) => createElement('p', { key: i }, `Sentence ${i}, version ${version}`));
const root = document.getElementById('root');

window.render = (versions) => render(createElement(List, { versions }), root);
