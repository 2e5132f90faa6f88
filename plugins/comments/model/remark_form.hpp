// RemarkForm: what somebody is about to say, as they are typing it. Kept as a draft of whoever is signed in; it has no
// id yet.
#pragma once

#include "plugins/comments/model/remark.hpp"

namespace alongside::comments {

enum class Signed : std::uint8_t { WithName, WithoutName };
constexpr bool is_known(Signed how) { return how <= Signed::WithoutName; }

struct RemarkForm {
  static constexpr wire::SchemaId schema{620, 1};
  Remark remark;
  Signed how = Signed::WithName;
  wire::Tail tail{};
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(remark), CEREAL_NVP(how), tail);
  }
};

}  // namespace alongside::comments
