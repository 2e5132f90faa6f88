#include "app/server/http_fetches.hpp"

#include <boost/asio/post.hpp>

#include <memory>
#include <utility>

namespace alongside::server {

void HttpFetches::fetch(WebQuestion question, std::function<void(WebResult)> done) {
  auto heard = std::make_shared<std::function<void(WebResult)>>(std::move(done));
  const bool asked = threads_.ask(std::move(question), [this, heard](WebResult result) {
    boost::asio::post(loop_, [heard, result = std::move(result)]() mutable { (*heard)(std::move(result)); });
  });
  if (!asked) (*heard)(Error{ErrorCode::Unavailable, "too many questions wait"});
}

}  // namespace alongside::server
