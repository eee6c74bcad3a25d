using System.Text;
using Microsoft.CodeAnalysis;

namespace Foldstream.Generators;

/// <summary>Reads the members of a state.</summary>
internal static class StateMemberParser
{
    public static EquatableArray<StateMemberModel> Parse(StateShape state, ShapeParser shapes)
    {
        var names = new LocalNames();
        return state.Members.Select(member => Parse(state.Class, member, names, shapes)).ToEquatableArray();
    }

    private static StateMemberModel Parse(INamedTypeSymbol type, StateMember member, LocalNames names, ShapeParser shapes)
    {
        var isAnnotated = member.Type.NullableAnnotation == NullableAnnotation.Annotated;
        var value = shapes.ValueOf(member.Type, member.Symbol);
        var name = names.Take(Pascal(member.Symbol.Name));
        return new StateMemberModel(
            name,
            GeneratedFile.Literal(member.JsonName),
            Encoding.UTF8.GetByteCount(member.JsonName),
            TypeNames.Escape(member.Symbol.Name),
            GeneratedFile.Literal(member.Field.Name),
            TypeNames.QualifiedNullable(member.Type),
            TypeNames.QualifiedPresent(member.Symbol.ContainingType),
            member.IsReadFrom(type),
            member.IsSetFrom(type),
            names.Take(CamelCase.Of(name)),
            value.IsNullable ? value with { NullableType = TypeNames.QualifiedNullable(member.Type) } : value,
            value.Form != ValueForm.Shape && member.Type.IsReferenceType && !isAnnotated);
    }

    private static string Pascal(string name)
    {
        var trimmed = name.TrimStart('_');
        return trimmed.Length > 0 && !char.IsDigit(trimmed[0]) ? char.ToUpperInvariant(trimmed[0]) + trimmed.Substring(1) : $"Member{name}";
    }
}
