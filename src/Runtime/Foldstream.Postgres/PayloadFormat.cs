namespace Foldstream.Postgres;

/// <summary>How the content of events is kept; chosen when the schema is made.</summary>
public enum PayloadFormat
{
    /// <summary>As the very bytes that were given: the fastest to write and to read. A view shows them as jsonb.</summary>
    Bytes,

    /// <summary>
    /// As jsonb, so that operators can index and query it: members may come back in another order and with other white space,
    /// and content that jsonb refuses is refused. Reading takes about twice as long.
    /// </summary>
    Jsonb,
}
