using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Foldstream;

/// <summary>A member of an object, with its name as it is compared and written.</summary>
internal sealed class FieldMember(string name, FieldSchema schema)
{
    public string Name => name;

    public FieldSchema Schema => schema;

    public byte[] Utf8 { get; } = Encoding.UTF8.GetBytes(name);

    public JsonEncodedText Encoded { get; } = JsonEncodedText.Encode(name, JavaScriptEncoder.UnsafeRelaxedJsonEscaping);
}
