# add_embedded(TARGET file namespace name place): makes `namespace::name`, a std::string_view of the file's text,
# as a part of TARGET. It is included as "<place>.hpp".

function(add_embedded target file space name place)
  cmake_path(ABSOLUTE_PATH file BASE_DIRECTORY "${CMAKE_CURRENT_SOURCE_DIR}")
  set(base "${PROJECT_BINARY_DIR}/generated/${place}")
  add_custom_command(OUTPUT "${base}.cpp" "${base}.hpp" VERBATIM
    COMMAND "${ALONGSIDE_NODE}" "${PROJECT_SOURCE_DIR}/app/tools/make_embedded.mjs" "${file}" "${space}" "${name}" "${base}"
    DEPENDS "${file}" "${PROJECT_SOURCE_DIR}/app/tools/make_embedded.mjs")
  target_sources(${target} PRIVATE "${base}.cpp" "${base}.hpp")
endfunction()
