# add_words(TARGET id json place): makes `alongside::<id>_words`, the table of a text.json in English
# and Welsh, as a part of TARGET. It is included as "<place>.hpp".

find_program(ALONGSIDE_NODE node HINTS "${alongside_cache}/node/bin" NO_CMAKE_FIND_ROOT_PATH REQUIRED)

function(add_words target id json)
  set(place "${ARGV3}")
  if(NOT place)
    set(place "${id}_words")
  endif()
  cmake_path(ABSOLUTE_PATH json BASE_DIRECTORY "${CMAKE_CURRENT_SOURCE_DIR}")
  set(base "${PROJECT_BINARY_DIR}/generated/${place}")
  add_custom_command(OUTPUT "${base}.cpp" "${base}.hpp" VERBATIM
    COMMAND "${ALONGSIDE_NODE}" "${PROJECT_SOURCE_DIR}/app/tools/make_words.mjs" "${json}" "${id}" "${base}"
    DEPENDS "${json}" "${PROJECT_SOURCE_DIR}/app/tools/make_words.mjs")
  target_sources(${target} PRIVATE "${base}.cpp" "${base}.hpp")
endfunction()
