# Compiles and links a main and a side module with the flags of the real ones, so that Emscripten
# builds its system libraries now and not during the first build. Run inside em.sh by toolchain.sh.
set -euo pipefail
cd "$1"
shared=(-Os -flto -fPIC -fwasm-exceptions -std=c++20)
em++ "${shared[@]}" -c warm_up_side.cpp -o side.o
em++ "${shared[@]}" --use-port=sdl2 -c warm_up_main.cpp -o main.o
em++ "${shared[@]}" -sWASM_BIGINT -sSIDE_MODULE=2 -sEXPORTED_FUNCTIONS=_warm_up side.o -o side.wasm
em++ "${shared[@]}" -sWASM_BIGINT -sMAIN_MODULE=2 -sAUTOLOAD_DYLIBS=0 -sALLOW_MEMORY_GROWTH \
    -sDYNAMIC_EXECUTION=0 -sEXPORT_ES6 -sMODULARIZE -sENVIRONMENT=web -sFILESYSTEM=0 \
    -sMIN_WEBGL_VERSION=2 -sMAX_WEBGL_VERSION=2 --use-port=sdl2 main.o side.wasm -o app.mjs
