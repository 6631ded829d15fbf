"""The parts that the JSON Schemas are made of; :mod:`cpts_model.exchange.schema` publishes the schemas."""
