# add_words(TARGET id json place [shared_json its_id] [MORE jsons…]): makes `alongside::<id>_words`, the table of a text.json in
# English and Welsh, as a part of TARGET. It is included as "<place>.hpp". The second json is what two modules of one
# plugin both say: each has it in its own table. MORE: whose keys begin with the same id.

find_program(ALONGSIDE_NODE node HINTS "${alongside_cache}/node/bin" NO_CMAKE_FIND_ROOT_PATH REQUIRED)

function(add_words target id json)
  cmake_parse_arguments(PARSE_ARGV 3 words "" "" "MORE")
  set(shared ${words_UNPARSED_ARGUMENTS})
  list(POP_FRONT shared place)
  if(NOT place)
    set(place "${id}_words")
  endif()
  cmake_path(ABSOLUTE_PATH json BASE_DIRECTORY "${CMAKE_CURRENT_SOURCE_DIR}")
  if(shared)
    list(POP_FRONT shared shared_json)
    cmake_path(ABSOLUTE_PATH shared_json BASE_DIRECTORY "${CMAKE_CURRENT_SOURCE_DIR}")
    list(PREPEND shared "${shared_json}")
  endif()
  list(TRANSFORM words_MORE PREPEND "--more=" OUTPUT_VARIABLE more)
  if(EMSCRIPTEN)
    list(APPEND more --usual)  # those of easy read are fetched by themselves
  endif()
  set(base "${PROJECT_BINARY_DIR}/generated/${place}")
  add_custom_command(OUTPUT "${base}.cpp" "${base}.hpp" VERBATIM
    COMMAND "${ALONGSIDE_NODE}" "${PROJECT_SOURCE_DIR}/app/tools/make_words.mjs" "${json}" "${id}" "${base}" ${shared} ${more}
    DEPENDS "${json}" ${shared_json} ${words_MORE} "${PROJECT_SOURCE_DIR}/app/tools/make_words.mjs")
  target_sources(${target} PRIVATE "${base}.cpp" "${base}.hpp")
endfunction()
