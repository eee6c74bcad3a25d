using System.IO.Compression;
using System.Xml.Linq;

namespace Foldstream.PackageTests;

/// <summary>What is in a package, or in a package of symbols.</summary>
internal sealed class PackageFile(string path) : IDisposable
{
    private readonly ZipArchive archive = ZipFile.OpenRead(path);

    /// <summary>Its files in order, without those that describe the archive to whoever unpacks it.</summary>
    public IReadOnlyList<string> Files =>
    [
        .. archive.Entries.Select(entry => entry.FullName)
            .Where(file => file != "[Content_Types].xml" && file != "_rels/.rels" && !file.StartsWith("package/services/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>What it says of itself: the metadata of its only nuspec.</summary>
    public XElement Metadata
    {
        get
        {
            using var stream = Read(Files.Single(file => file.EndsWith(".nuspec", StringComparison.Ordinal)));
            var metadata = XElement.Load(stream).Elements().Single();
            // Each version of the format has a namespace of its own.
            foreach (var element in metadata.DescendantsAndSelf())
                element.Name = element.Name.LocalName;
            return metadata;
        }
    }

    /// <summary>A file of it.</summary>
    public MemoryStream Read(string file)
    {
        using var stream = archive.GetEntry(file)!.Open();
        var copy = new MemoryStream();
        stream.CopyTo(copy);
        copy.Position = 0;
        return copy;
    }

    /// <summary>Copies a file of it into a folder; gives its path there.</summary>
    public string Extract(string file, string folder)
    {
        var target = Path.Combine(folder, Path.GetFileName(file));
        archive.GetEntry(file)!.ExtractToFile(target);
        return target;
    }

    public void Dispose() => archive.Dispose();
}
