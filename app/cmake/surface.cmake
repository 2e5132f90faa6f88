# alongside_surface: a side module that is never served and exports nothing. It imports the whole
# plugin API, what today's plugins import, and what an ordinary plugin needs of the standard library.
# Standing on the main module's link line in place of the plugins, it makes the main module export
# all that. The plugins themselves stay off that line: the linker would take any inline symbol that
# comes from a system library from them, and the main module could not run without them.

set(surface_libraries alongside_base alongside_wire alongside_ui alongside_plugin_api fmt)

add_executable(surface_standard "${PROJECT_SOURCE_DIR}/app/cmake/surface_standard.cpp")
target_link_libraries(surface_standard PRIVATE alongside_options fmt_headers)
target_link_options(surface_standard PRIVATE -sSIDE_MODULE=2 -sEXPORTED_FUNCTIONS=_alongside_surface_standard)
set_target_properties(surface_standard PROPERTIES SUFFIX .wasm RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/surface")

# add_surface(modules…): the targets of the side modules whose imports it repeats.
function(add_surface)
  set(source "${PROJECT_BINARY_DIR}/generated/surface.c")
  set(arguments "")
  set(files "")
  foreach(library IN LISTS surface_libraries)
    list(APPEND arguments "--archive=$<TARGET_FILE:${library}>")
    list(APPEND files "$<TARGET_FILE:${library}>")
  endforeach()
  foreach(module IN ITEMS surface_standard LISTS ARGN)
    list(APPEND arguments "--module=$<TARGET_FILE:${module}>")
    list(APPEND files "$<TARGET_FILE:${module}>")
  endforeach()
  add_custom_command(OUTPUT "${source}" VERBATIM
    COMMAND "${ALONGSIDE_NODE}" "${PROJECT_SOURCE_DIR}/app/tools/make_surface.mjs" "--nm=${CMAKE_NM}" "--out=${source}" ${arguments}
    DEPENDS "${PROJECT_SOURCE_DIR}/app/tools/make_surface.mjs" ${surface_libraries} surface_standard ${ARGN} ${files})

  add_executable(alongside_surface "${source}")
  target_link_libraries(alongside_surface PRIVATE alongside_codegen)
  target_link_options(alongside_surface PRIVATE -sSIDE_MODULE=2 -sEXPORTED_FUNCTIONS=_alongside_surface)
  set_target_properties(alongside_surface PROPERTIES SUFFIX .wasm RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/surface")
endfunction()
