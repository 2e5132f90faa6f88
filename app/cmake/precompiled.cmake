# The standard headers that most of our files include, parsed once for all targets: about a third of
# the time it takes to build the tests, and of the client's. Only headers of the standard library, so that
# a change of ours never compiles everything anew. The sanitizers' build does without
# (CMAKE_DISABLE_PRECOMPILE_HEADERS), which finds a file that forgot an include of its own.

function(add_precompiled name)
  add_library(${name} OBJECT "${PROJECT_SOURCE_DIR}/app/cmake/precompiled.cpp")
  target_link_libraries(${name} PRIVATE alongside_options)
  target_precompile_headers(${name} PRIVATE
    <algorithm> <array> <charconv> <chrono> <cmath> <cstdint> <functional> <map> <memory> <optional>
    <set> <span> <string> <string_view> <tuple> <unordered_map> <utility> <variant> <vector>)
  if(NOT EMSCRIPTEN)
    target_precompile_headers(${name} PRIVATE <filesystem> <fstream>)
  endif()
  # clang writes into them where they lie, so each folder makes its own, without ccache; what is compiled
  # with them can be given back by ccache only when they carry no time of their own.
  if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
    set_target_properties(${name} PROPERTIES CXX_COMPILER_LAUNCHER "")
  endif()
endfunction()

add_precompiled(alongside_precompiled)
if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang" AND NOT CMAKE_DISABLE_PRECOMPILE_HEADERS)
  target_compile_options(alongside_options INTERFACE "SHELL:-Xclang -fno-pch-timestamp")
endif()
if(EMSCRIPTEN)
  # Side modules are optimized in a way of their own, which their precompiled headers must be as well.
  add_precompiled(plugin_precompiled)
  target_compile_options(plugin_precompiled PRIVATE ${ALONGSIDE_MODULE_OPTIONS})
endif()

# With them, g++ 12 no longer knows that the standard library is a system header, and warns of the
# impossible lengths that it imagines inside std::string (GCC bugs 105329 and 105651).
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND NOT CMAKE_DISABLE_PRECOMPILE_HEADERS)
  target_compile_options(alongside_options INTERFACE -Wno-stringop-overflow
                         -Wno-stringop-overread -Wno-restrict -Wno-array-bounds)
endif()

# Gives them to every target below this folder that is compiled with our own options.
function(use_precompiled_headers folder)
  get_property(targets DIRECTORY "${folder}" PROPERTY BUILDSYSTEM_TARGETS)
  foreach(target IN LISTS targets)
    get_target_property(type ${target} TYPE)
    if(EMSCRIPTEN AND target MATCHES "_module$")
      target_precompile_headers(${target} REUSE_FROM plugin_precompiled)
    elseif(type MATCHES "^(STATIC_LIBRARY|EXECUTABLE)$")
      target_precompile_headers(${target} REUSE_FROM alongside_precompiled)
    endif()
  endforeach()
  get_property(folders DIRECTORY "${folder}" PROPERTY SUBDIRECTORIES)
  foreach(inner IN LISTS folders)
    use_precompiled_headers("${inner}")
  endforeach()
endfunction()
