// Compiles the parts of Boost.Asio and Boost.Beast that are not headers, once for the program.
#include <boost/asio/impl/src.hpp>
#include <boost/beast/src.hpp>
