# Everything from outside, as targets: imgui, cereal, fmt, fast_float, and natively also doctest,
# boost, curl, sqlite3, openssl, spdlog, CLI11. `./alongside setup` puts the sources in the user's cache
# folder; without it the system's headers are used and Dear ImGui is fetched from upstream.
include(FetchContent)

if(DEFINED ENV{XDG_CACHE_HOME})
  set(alongside_cache "$ENV{XDG_CACHE_HOME}/alongside")
else()
  set(alongside_cache "$ENV{HOME}/.cache/alongside")
endif()
set(ALONGSIDE_DEPS "${alongside_cache}/deps" CACHE PATH "Sources made ready by ./alongside setup")

# Header-only libraries, as Debian packages them.
function(add_header_library name probe)
  find_path(ALONGSIDE_${name}_DIR "${probe}" HINTS ${ARGN} NO_CMAKE_FIND_ROOT_PATH REQUIRED)
  add_library(${name} INTERFACE)
  target_include_directories(${name} SYSTEM INTERFACE "${ALONGSIDE_${name}_DIR}")
endfunction()

add_header_library(cereal cereal/cereal.hpp "${ALONGSIDE_DEPS}/headers")
add_header_library(fmt_headers fmt/format.h "${ALONGSIDE_DEPS}/headers")
add_header_library(fast_float fast_float/fast_float.h "${ALONGSIDE_DEPS}/headers")

include(libraries)

# One compiled copy of fmt, in the main module: plugins import it instead of carrying it.
add_compiled_library(fmt HEADERS fmt_headers SOURCES "${CMAKE_CURRENT_LIST_DIR}/libraries/fmt.cpp")

if(EXISTS "${ALONGSIDE_DEPS}/imgui/imgui.h")
  set(FETCHCONTENT_SOURCE_DIR_IMGUI "${ALONGSIDE_DEPS}/imgui" CACHE PATH "Dear ImGui's sources")
endif()
FetchContent_Declare(imgui GIT_REPOSITORY https://github.com/ocornut/imgui.git GIT_TAG v1.92.2b
                     GIT_SHALLOW TRUE)
FetchContent_MakeAvailable(imgui)
add_library(imgui_headers INTERFACE)
target_include_directories(imgui_headers SYSTEM INTERFACE "${imgui_SOURCE_DIR}" "${imgui_SOURCE_DIR}/backends")
target_compile_definitions(imgui_headers INTERFACE IMGUI_DISABLE_OBSOLETE_FUNCTIONS IMGUI_DISABLE_DEMO_WINDOWS
                                                   IMGUI_DISABLE_DEBUG_TOOLS IMGUI_DISABLE_DEFAULT_SHELL_FUNCTIONS
                                                   IMGUI_DISABLE_FILE_FUNCTIONS)
add_compiled_library(imgui HEADERS imgui_headers
                     SOURCES "${imgui_SOURCE_DIR}/imgui.cpp" "${imgui_SOURCE_DIR}/imgui_draw.cpp"
                             "${imgui_SOURCE_DIR}/imgui_tables.cpp" "${imgui_SOURCE_DIR}/imgui_widgets.cpp")

if(EMSCRIPTEN)
  include(dependencies_web)
else()
  include(dependencies_native)
endif()
