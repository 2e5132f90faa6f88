#include "app/server/response.hpp"

namespace alongside::server {

Response text_response(int status, std::string_view text) {
  Response response;
  response.status = status;
  response.body = text;
  return response;
}

}  // namespace alongside::server
