# What has to be compiled of the libraries, once for all clones: `./alongside setup` builds app/cmake/libraries, a
# project of these alone, into the cache, and every build takes them from there. Where they are not (another
# compiler, other flags, sanitizers, no setup) they are compiled with everything else.

# Whatever could make them different is in the name of their folder.
set(made_from "${CMAKE_CXX_COMPILER_ID} ${CMAKE_CXX_COMPILER_VERSION} ${EMSCRIPTEN_VERSION}"
              "${CMAKE_SYSTEM_PROCESSOR} ${CMAKE_BUILD_TYPE} ${CMAKE_CXX_FLAGS} ${ALONGSIDE_DEPS}")
file(GLOB described LIST_DIRECTORIES false "${CMAKE_CURRENT_LIST_DIR}/options.cmake"
     "${CMAKE_CURRENT_LIST_DIR}/dependencies*.cmake" "${CMAKE_CURRENT_LIST_DIR}/libraries.cmake"
     "${CMAKE_CURRENT_LIST_DIR}/libraries/*")
foreach(file IN LISTS described)
  file(SHA256 "${file}" hash)
  list(APPEND made_from "${hash}")
endforeach()
string(SHA256 made_from "${made_from}")
string(SUBSTRING "${made_from}" 0 16 made_from)
if(ALONGSIDE_SANITIZE OR ALONGSIDE_FUZZ)
  set(ALONGSIDE_LIBRARIES "")
else()
  set(ALONGSIDE_LIBRARIES "${ALONGSIDE_DEPS}/libraries/${made_from}")
endif()

# add_compiled_library(name HEADERS target SOURCES files…)
function(add_compiled_library name)
  cmake_parse_arguments(PARSE_ARGV 1 library "" "" "HEADERS;SOURCES")
  set(archive "${ALONGSIDE_LIBRARIES}/lib${name}.a")
  if(EXISTS "${archive}" AND NOT ALONGSIDE_MAKES_LIBRARIES)
    add_library(${name} STATIC IMPORTED GLOBAL)
    set_target_properties(${name} PROPERTIES IMPORTED_LOCATION "${archive}")
  else()
    add_library(${name} STATIC ${library_SOURCES})
    target_link_libraries(${name} PRIVATE alongside_codegen ${library_HEADERS})
  endif()
  target_link_libraries(${name} INTERFACE ${library_HEADERS})
  set_property(GLOBAL APPEND PROPERTY ALONGSIDE_COMPILED_LIBRARIES ${name})
endfunction()
