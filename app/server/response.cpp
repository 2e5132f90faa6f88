#include "app/server/response.hpp"

#include <utility>

namespace alongside::server {

Response text_response(int status, std::string_view text) {
  Response response;
  response.status = status;
  response.body = text;
  return response;
}

Response see_other(std::string location) {
  Response response;
  response.status = 303;
  response.location = std::move(location);
  return response;
}

}  // namespace alongside::server
