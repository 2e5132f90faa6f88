#include "plugins/local_offer/api/edition_answer.hpp"

#include "app/server/brotli.hpp"
#include "app/server/checksum.hpp"
#include "app/server/delta.hpp"
#include "app/server/reply.hpp"

#include <utility>

namespace alongside::local_offer {

void EditionAnswer::take(const Bytes& frame) {
  if (version_) {
    earlier_.push_front(std::move(now_));
    if (earlier_.size() > most_earlier) earlier_.pop_back();
  }
  now_.frame = std::make_shared<const std::string>(frame.begin(), frame.end());
  now_.etag = '"' + server::checksum(*now_.frame) + '"';
  std::string small = server::brotli(*now_.frame, server::BrotliEffort::Thorough);
  brotli_ = small.empty() ? nullptr : std::make_shared<const std::string>(std::move(small));
  auto changes = std::make_shared<std::vector<server::EarlierAnswer>>();
  for (const Edition& edition : earlier_) {
    const auto delta = server::delta_of(*edition.frame, *now_.frame);
    if (!delta.ok()) continue;
    std::string packed = server::brotli(delta.value(), server::BrotliEffort::Thorough);
    if (!packed.empty())
      changes->push_back({edition.etag, std::make_shared<const std::string>(std::move(packed)), "br"});
  }
  changes_ = std::move(changes);
}

Result<server::Response> EditionAnswer::answer(std::uint64_t version, const std::function<Result<Bytes>()>& frame) {
  if (version_ != version) {
    take(ALONGSIDE_TRY(frame()));
    version_ = version;
  }
  server::Response response;
  response.content_type = server::frame_type;
  response.caching = server::Caching::Revalidate;
  response.vary = "Accept";
  response.shared_body = now_.frame;
  response.shared_brotli = brotli_;
  response.earlier = changes_;
  response.etag = now_.etag;
  return response;
}

}  // namespace alongside::local_offer
