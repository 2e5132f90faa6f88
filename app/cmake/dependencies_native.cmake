# What only the server and the native tests need.
add_header_library(doctest doctest/doctest.h "${ALONGSIDE_DEPS}/headers")
add_header_library(CLI11 CLI/CLI.hpp "${ALONGSIDE_DEPS}/headers")
add_header_library(spdlog spdlog/spdlog.h "${ALONGSIDE_DEPS}/headers")
target_link_libraries(spdlog INTERFACE fmt)
target_compile_definitions(spdlog INTERFACE SPDLOG_FMT_EXTERNAL)

# Boost 1.81, headers only (what is compiled of them is in app/server/http_boost.cpp and json_reader.cpp).
# Not looked for in the system first: Debian 12's default 1.74 is too old for us.
add_header_library(boost boost/beast/core/tcp_stream.hpp "${ALONGSIDE_DEPS}/boost_headers")
find_package(Threads REQUIRED)
target_link_libraries(boost INTERFACE Threads::Threads)
target_compile_definitions(boost INTERFACE BOOST_ASIO_NO_DEPRECATED BOOST_ASIO_SEPARATE_COMPILATION
                                           BOOST_BEAST_SEPARATE_COMPILATION)

find_package(SQLite3 REQUIRED)
add_library(sqlite3 INTERFACE)
target_link_libraries(sqlite3 INTERFACE SQLite::SQLite3)

# SMTP, and nothing else of it.
find_package(CURL REQUIRED)
add_library(curl INTERFACE)
target_link_libraries(curl INTERFACE CURL::libcurl)

find_package(OpenSSL REQUIRED)
add_library(openssl INTERFACE)
target_link_libraries(openssl INTERFACE OpenSSL::Crypto)

find_library(ALONGSIDE_SODIUM_LIBRARY sodium)
if(ALONGSIDE_SODIUM_LIBRARY)
  add_library(sodium INTERFACE)
  target_link_libraries(sodium INTERFACE "${ALONGSIDE_SODIUM_LIBRARY}")
endif()

# Property tests; only `./alongside setup test` installs it.
find_library(ALONGSIDE_RAPIDCHECK_LIBRARY rapidcheck)
if(ALONGSIDE_RAPIDCHECK_LIBRARY)
  add_library(rapidcheck INTERFACE)
  target_link_libraries(rapidcheck INTERFACE "${ALONGSIDE_RAPIDCHECK_LIBRARY}")
endif()
