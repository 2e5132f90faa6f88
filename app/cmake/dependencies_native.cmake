# What only the server and the native tests need.
add_header_library(doctest doctest/doctest.h "${ALONGSIDE_DEPS}/headers")
add_header_library(CLI11 CLI/CLI.hpp "${ALONGSIDE_DEPS}/headers")
add_header_library(spdlog_headers spdlog/spdlog.h "${ALONGSIDE_DEPS}/headers")
target_link_libraries(spdlog_headers INTERFACE fmt_headers)
target_compile_definitions(spdlog_headers INTERFACE SPDLOG_FMT_EXTERNAL SPDLOG_COMPILED_LIB)
add_compiled_library(spdlog HEADERS spdlog_headers SOURCES "${CMAKE_CURRENT_LIST_DIR}/libraries/spdlog.cpp")
target_link_libraries(spdlog INTERFACE fmt)

# Boost 1.81 (what is compiled of it is in libraries/boost.cpp, and of its JSON in app/server/json_reader.cpp).
# Not looked for in the system first: Debian 12's default 1.74 is too old for us.
add_header_library(boost_headers boost/beast/core/tcp_stream.hpp "${ALONGSIDE_DEPS}/boost_headers")
find_package(Threads REQUIRED)
target_link_libraries(boost_headers INTERFACE Threads::Threads)
target_compile_definitions(boost_headers INTERFACE BOOST_ASIO_NO_DEPRECATED BOOST_ASIO_SEPARATE_COMPILATION
                                                   BOOST_BEAST_SEPARATE_COMPILATION)
add_compiled_library(boost HEADERS boost_headers SOURCES "${CMAKE_CURRENT_LIST_DIR}/libraries/boost.cpp")

find_package(SQLite3 REQUIRED)
add_library(sqlite3 INTERFACE)
target_link_libraries(sqlite3 INTERFACE SQLite::SQLite3)

# A council's own PostgreSQL, for one that has outgrown a file.
find_library(ALONGSIDE_PQ_LIBRARY pq REQUIRED)
find_path(ALONGSIDE_PQ_INCLUDE libpq-fe.h PATH_SUFFIXES postgresql REQUIRED)
add_library(postgres INTERFACE)
target_include_directories(postgres SYSTEM INTERFACE "${ALONGSIDE_PQ_INCLUDE}")
target_link_libraries(postgres INTERFACE "${ALONGSIDE_PQ_LIBRARY}")

# SMTP, and nothing else of it.
find_package(CURL REQUIRED)
add_library(curl INTERFACE)
target_link_libraries(curl INTERFACE CURL::libcurl)

find_package(OpenSSL REQUIRED)
add_library(openssl INTERFACE)
target_link_libraries(openssl INTERFACE OpenSSL::Crypto)

# SPSS files, written by `council-api survey results --sav`.
find_library(ALONGSIDE_READSTAT_LIBRARY readstat REQUIRED)
add_library(readstat INTERFACE)
target_link_libraries(readstat INTERFACE "${ALONGSIDE_READSTAT_LIBRARY}")

# What Prometheus reads; its registry and text, without its own server.
find_library(ALONGSIDE_PROMETHEUS_LIBRARY prometheus-cpp-core REQUIRED)
add_library(prometheus INTERFACE)
target_link_libraries(prometheus INTERFACE "${ALONGSIDE_PROMETHEUS_LIBRARY}")

# Surveys of other tools, read by `council-api survey convert`: .xlsx is a ZIP of XML.
find_library(ALONGSIDE_ZIP_LIBRARY zip REQUIRED)
add_library(zip INTERFACE)
target_link_libraries(zip INTERFACE "${ALONGSIDE_ZIP_LIBRARY}")
find_library(ALONGSIDE_EXPAT_LIBRARY expat REQUIRED)
add_library(expat INTERFACE)
target_link_libraries(expat INTERFACE "${ALONGSIDE_EXPAT_LIBRARY}")

# QR codes of invitations, drawn by `council-api survey invite`.
find_library(ALONGSIDE_QRENCODE_LIBRARY qrencode REQUIRED)
add_library(qrencode INTERFACE)
target_link_libraries(qrencode INTERFACE "${ALONGSIDE_QRENCODE_LIBRARY}")

# Passkeys: what a device made and signed is read and checked.
find_library(ALONGSIDE_FIDO2_LIBRARY fido2 REQUIRED)
add_library(fido2 INTERFACE)
target_link_libraries(fido2 INTERFACE "${ALONGSIDE_FIDO2_LIBRARY}")

# Property tests; only `./alongside setup test` installs it.
find_library(ALONGSIDE_RAPIDCHECK_LIBRARY rapidcheck)
if(ALONGSIDE_RAPIDCHECK_LIBRARY)
  add_library(rapidcheck INTERFACE)
  target_link_libraries(rapidcheck INTERFACE "${ALONGSIDE_RAPIDCHECK_LIBRARY}")
endif()

# Linear programs, for the proof of what releases disclose; only `./alongside setup test` installs it.
find_library(ALONGSIDE_GLPK_LIBRARY glpk)
if(ALONGSIDE_GLPK_LIBRARY)
  add_library(glpk INTERFACE)
  target_link_libraries(glpk INTERFACE "${ALONGSIDE_GLPK_LIBRARY}")
endif()
