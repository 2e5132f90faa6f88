#include "plugins/comments/model/remark_rules.hpp"

#include "app/base/text.hpp"
#include "app/base/utf8.hpp"

#include <utility>

namespace alongside::comments {

std::optional<RemarkFault> check(const Remark& remark) {
  if (remark.words.size() > Remark::most_words || remark.service_name.size() > Remark::most_name)
    return RemarkFault::TooLong;
  if (!is_text(remark.words) || !is_text(remark.service_name)) return RemarkFault::BadText;
  const bool is_correction = remark.kind == RemarkKind::Correction;
  if (is_correction && remark.service.is_nil()) return RemarkFault::NoService;
  // That a service is gone says all there is to say.
  const bool says_all = is_correction && remark.fact == Fact::Gone;
  return trim(remark.words).empty() && !says_all ? std::optional(RemarkFault::NoWords) : std::nullopt;
}

Remark cleaned(Remark remark) {
  remark.words = std::string(trim(remark.words));
  remark.service_name = std::string(trim(remark.service_name));
  if (remark.kind == RemarkKind::Correction)
    remark.topic = Topic::Content;
  else
    remark.fact = Fact::Other;
  remark.tail = {};
  return remark;
}

}  // namespace alongside::comments
