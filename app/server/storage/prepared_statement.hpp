// PreparedStatement: what one kind of database makes of one SQL text. Owned by a Statement or by the StatementCache;
// the rest of the server sees only Statement. Parameters count from 1 and columns from 0.
#pragma once

#include "app/base/result.hpp"

#include <cstdint>
#include <span>
#include <string_view>

namespace alongside::server {

enum class Step : std::uint8_t { Row, Done };
enum class Reuse : std::uint8_t { Yes, No };

class PreparedStatement {
 public:
  PreparedStatement() = default;
  PreparedStatement(const PreparedStatement&) = delete;
  PreparedStatement& operator=(const PreparedStatement&) = delete;
  virtual ~PreparedStatement() = default;

  virtual std::string_view sql() const = 0;  // as it was given; lives as long as this
  virtual Reuse reuse() const { return Reuse::Yes; }

  // Text and bytes are copied. What cannot be bound is remembered and returned by the next step().
  virtual void bind_integer(int parameter, std::int64_t value) = 0;
  virtual void bind_real(int parameter, double value) = 0;
  virtual void bind_text(int parameter, std::string_view text) = 0;
  virtual void bind_bytes(int parameter, std::span<const std::uint8_t> bytes) = 0;
  virtual void bind_null(int parameter) = 0;

  virtual Result<Step> step() = 0;
  virtual void reset() = 0;  // bindings are forgotten

  // Of the present row; views are valid until the next step, reset or destruction.
  virtual std::int64_t integer(int column) const = 0;
  virtual double real(int column) const = 0;
  virtual std::string_view text(int column) const = 0;
  virtual std::span<const std::uint8_t> bytes(int column) const = 0;
  virtual bool is_null(int column) const = 0;
};

}  // namespace alongside::server
