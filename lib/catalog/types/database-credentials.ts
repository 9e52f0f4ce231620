import { defineBlockType } from "@/lib/catalog/define-block-type";

export const databaseCredentials = defineBlockType({
  slug: "database-credentials",
  name: "Database Credentials",
  category: "Databases",
  description: "The address of a database and the account for it, for SQLAlchemy.",
  capabilities: [],
  isProtected: false,
  deprecated: {
    successor: { name: "SQLAlchemy Connector", slug: "sqlalchemy-connector" },
    note: "It works with every 2.x client. The makers of prefect-sqlalchemy have announced its removal; SQLAlchemy Connector takes the same settings and runs queries as well.",
  },
  logo: { family: "cred", icon: "database" },
  example: `from prefect_sqlalchemy import DatabaseCredentials
from sqlalchemy import text

warehouse = DatabaseCredentials.load("warehouse")
with warehouse.get_engine().connect() as connection:
    print(connection.execute(text("SELECT 1")).scalar())`,
  documentationUrl: "https://docs.sqlalchemy.org/en/20/core/engines.html",
  schema: {
    title: "DatabaseCredentials",
    type: "object",
    properties: {
      driver: {
        title: "Driver",
        description:
          "The kind of database and the Python driver for it, such as `postgresql+psycopg2`. The driver's package must be installed where the flow runs. Needed unless a URL is given.",
        anyOf: [
          { $ref: "#/definitions/AsyncDriver" },
          { $ref: "#/definitions/SyncDriver" },
          { type: "string" },
        ],
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
      database: {
        title: "Database",
        description:
          "The name of the database, such as `warehouse`; for SQLite, the path of its file. Needed unless a URL is given.",
        examples: ["warehouse"],
        type: "string",
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
      url: {
        title: "Url",
        description:
          "A whole connection address, for drivers that need more than the fields offer: `snowflake://loader@acme-analytics/SALES?warehouse=LOAD_WH`. It replaces all fields but the connection arguments, which must then be empty. It may hold a password, so it is masked.",
        minLength: 1,
        maxLength: 65536,
        format: "uri",
        type: "string",
      },
      connect_args: {
        title: "Connect Args",
        description:
          "What the driver's own `connect()` takes beside the address, such as `connect_timeout` with 10. Without them the driver's defaults count.",
        type: "object",
      },
    },
    secret_fields: ["password"],
    definitions: {
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
    driver: {
      mono: true,
      position: 1,
      defaultLabel: "from the URL",
      branches: [
        { label: "Listed driver", hint: "One of the drivers that prefect-sqlalchemy knows" },
        { label: "Listed driver", hint: "One of the drivers that prefect-sqlalchemy knows" },
        { label: "Another driver", hint: "A dialect and driver such as redshift+psycopg2" },
      ],
    },
    host: { mono: true, position: 2, defaultLabel: "the driver's own" },
    port: { mono: true, position: 3, defaultLabel: "the usual port" },
    database: { mono: true, position: 4, defaultLabel: "from the URL" },
    username: { mono: true, position: 5, defaultLabel: "none" },
    password: { mono: true, position: 6, defaultLabel: "none" },
    query: { advanced: true, entryLabel: "option", defaultLabel: "none" },
    url: { mono: true, advanced: true, defaultLabel: "made from the fields" },
    connect_args: { advanced: true, entryLabel: "argument", defaultLabel: "none" },
  },
  pythonClass: { module: "prefect_sqlalchemy", name: "DatabaseCredentials" },
});
