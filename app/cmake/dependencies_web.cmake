# What only the WebAssembly client needs: SDL2 (Emscripten's port, built from Debian's source by
# setup) and Dear ImGui's two backends. Only files that see SDL link imgui_backends.
add_library(sdl2 INTERFACE)
target_compile_options(sdl2 INTERFACE --use-port=sdl2)
target_link_options(sdl2 INTERFACE --use-port=sdl2)

add_compiled_library(imgui_backends HEADERS imgui_headers sdl2
                     SOURCES "${imgui_SOURCE_DIR}/backends/imgui_impl_sdl2.cpp"
                             "${imgui_SOURCE_DIR}/backends/imgui_impl_opengl3.cpp")
target_link_libraries(imgui_backends INTERFACE imgui)
