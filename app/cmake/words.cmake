# add_words(TARGET id json place [shared_json its_id]): makes `alongside::<id>_words`, the table of a text.json in
# English and Welsh, as a part of TARGET. It is included as "<place>.hpp". The second json is what two modules of one
# plugin both say: each has it in its own table.

find_program(ALONGSIDE_NODE node HINTS "${alongside_cache}/node/bin" NO_CMAKE_FIND_ROOT_PATH REQUIRED)

function(add_words target id json)
  set(place "${ARGV3}")
  if(NOT place)
    set(place "${id}_words")
  endif()
  cmake_path(ABSOLUTE_PATH json BASE_DIRECTORY "${CMAKE_CURRENT_SOURCE_DIR}")
  set(shared ${ARGN})
  list(POP_FRONT shared)
  if(shared)
    list(POP_FRONT shared shared_json)
    cmake_path(ABSOLUTE_PATH shared_json BASE_DIRECTORY "${CMAKE_CURRENT_SOURCE_DIR}")
    list(PREPEND shared "${shared_json}")
  endif()
  set(base "${PROJECT_BINARY_DIR}/generated/${place}")
  add_custom_command(OUTPUT "${base}.cpp" "${base}.hpp" VERBATIM
    COMMAND "${ALONGSIDE_NODE}" "${PROJECT_SOURCE_DIR}/app/tools/make_words.mjs" "${json}" "${id}" "${base}" ${shared}
    DEPENDS "${json}" ${shared_json} "${PROJECT_SOURCE_DIR}/app/tools/make_words.mjs")
  target_sources(${target} PRIVATE "${base}.cpp" "${base}.hpp")
endfunction()
