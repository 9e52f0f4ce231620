import { defineBlockType } from "@/lib/catalog/define-block-type";

export const sqlalchemyConnector = defineBlockType({
  slug: "sqlalchemy-connector",
  name: "SQLAlchemy Connector",
  category: "Databases",
  description: "Runs SQL on every database that SQLAlchemy can reach: PostgreSQL, MySQL, SQLite, Oracle.",
  capabilities: [],
  isProtected: false,
  logo: { family: "data", icon: "database" },
  example: `from prefect_sqlalchemy import SqlAlchemyConnector

with SqlAlchemyConnector.load("warehouse") as warehouse:
    rows = warehouse.fetch_all(
        "SELECT day, orders FROM daily WHERE orders > :least",
        parameters={"least": 10},
    )
print(rows)`,
  documentationUrl: "https://docs.sqlalchemy.org/en/20/core/engines.html",
  schema: {
    title: "SqlAlchemyConnector",
    type: "object",
    properties: {
      connection_info: {
        title: "Connection Info",
        description:
          "How to reach the database, part by part or as one address such as `postgresql+psycopg2://reporting@db.example.com/warehouse`. Parts hide only the password; an address is hidden as a whole.",
        anyOf: [
          { $ref: "#/definitions/ConnectionComponents" },
          { type: "string", minLength: 1, maxLength: 65536, format: "uri" },
        ],
      },
      connect_args: {
        title: "Additional Connection Arguments",
        description:
          "What the driver's own `connect()` takes beside the address, such as `connect_timeout` with 10. Without them the driver's defaults count.",
        type: "object",
      },
      fetch_size: {
        title: "Fetch Size",
        description:
          "How many rows `fetch_many` brings when the call names no number. 1 is slow with large results; 1000 is a good start.",
        default: 1,
        type: "integer",
      },
    },
    required: ["connection_info"],
    secret_fields: ["connection_info.password"],
    definitions: {
      ConnectionComponents: {
        title: "ConnectionComponents",
        type: "object",
        properties: {
          driver: {
            title: "Driver",
            description:
              "The kind of database and the Python driver for it, such as `postgresql+psycopg2`. The driver's package must be installed where the flow runs.",
            anyOf: [
              { $ref: "#/definitions/AsyncDriver" },
              { $ref: "#/definitions/SyncDriver" },
              { type: "string" },
            ],
          },
          database: {
            title: "Database",
            description: "The name of the database, such as `warehouse`; for SQLite, the path of its file.",
            examples: ["warehouse"],
            type: "string",
          },
          username: {
            title: "Username",
            description:
              "The account that signs in, such as `reporting`. Leave it out for SQLite, and where the machine itself is trusted.",
            examples: ["reporting"],
            type: "string",
          },
          password: {
            title: "Password",
            description:
              "The password of that account. Leave it out for SQLite, and where a certificate or the machine signs in.",
            type: "string",
            writeOnly: true,
            format: "password",
          },
          host: {
            title: "Host",
            description:
              "The machine on which the database runs, such as `db.example.com`. Without it the driver decides: mostly the machine of the flow itself.",
            examples: ["db.example.com"],
            type: "string",
          },
          port: {
            title: "Port",
            description:
              "The port of the database, such as `5432`. Without it the usual port of its kind is used.",
            examples: ["5432"],
            type: "string",
          },
          query: {
            title: "Query",
            description:
              "Options that the driver takes in the connection address, such as `sslmode` with `require`. Numbers and switches belong to the connection arguments.",
            type: "object",
            additionalProperties: { type: "string" },
          },
        },
        required: ["driver", "database"],
      },
      AsyncDriver: {
        title: "AsyncDriver",
        enum: ["postgresql+asyncpg", "sqlite+aiosqlite", "mysql+asyncmy", "mysql+aiomysql"],
      },
      SyncDriver: {
        title: "SyncDriver",
        enum: [
          "postgresql+psycopg2",
          "postgresql+pg8000",
          "postgresql+psycopg2cffi",
          "postgresql+pypostgresql",
          "postgresql+pygresql",
          "mysql+mysqldb",
          "mysql+pymysql",
          "mysql+mysqlconnector",
          "mysql+cymysql",
          "mysql+oursql",
          "mysql+pyodbc",
          "sqlite+pysqlite",
          "sqlite+pysqlcipher",
          "oracle+cx_oracle",
          "mssql+pyodbc",
          "mssql+mxodbc",
          "mssql+pymssql",
        ],
      },
    },
  },
  references: {},
  fields: {
    connection_info: {
      position: 1,
      branches: [
        { label: "Parts", hint: "Driver, host, database and account in fields of their own" },
        { label: "Address", hint: "One SQLAlchemy URL. A SQLite file has no host, so it needs the parts" },
      ],
    },
    "connection_info.driver": {
      mono: true,
      branches: [
        { label: "Listed driver", hint: "One of the drivers that prefect-sqlalchemy knows" },
        { label: "Listed driver", hint: "One of the drivers that prefect-sqlalchemy knows" },
        { label: "Another driver", hint: "A dialect and driver such as redshift+psycopg2" },
      ],
    },
    "connection_info.database": { mono: true },
    "connection_info.username": { mono: true, defaultLabel: "none" },
    "connection_info.password": { mono: true, defaultLabel: "none" },
    "connection_info.host": { mono: true, defaultLabel: "the driver's own" },
    "connection_info.port": { mono: true, defaultLabel: "the usual port" },
    "connection_info.query": { entryLabel: "option", defaultLabel: "none" },
    fetch_size: { position: 2 },
    connect_args: { advanced: true, entryLabel: "argument", defaultLabel: "none" },
  },
  pythonClass: { module: "prefect_sqlalchemy", name: "SqlAlchemyConnector" },
});
