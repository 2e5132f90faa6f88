#!/bin/sh
# ALONGSIDE_CHROMIUM without the parts of its own window that nobody sees here: for each of them it keeps a page of its
# own with every window, and a spare one, which took half of the time of opening ours. To the features that Playwright
# turns off these are added, since of several lists Chromium takes only the last. Started by chromium.mjs.
ours=WebUIOmniboxPopup,WebUIOmniboxAimPopup,WebUIOmniboxFullPopup,PreloadTopChromeWebUI,SpareRendererForSitePerProcess
for argument; do
  shift
  case $argument in
    --disable-features=*) argument="$argument,$ours" ;;
  esac
  set -- "$@" "$argument"
done
exec "$ALONGSIDE_CHROMIUM" "$@"
