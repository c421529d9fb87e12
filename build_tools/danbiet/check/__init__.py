"""The rules: each looks at a whole Site and yields findings.

One rule, one file, one test of the same name.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from danbiet.check import (
    bang_lech_cot,
    bao_cao_cap_tren_chua_giao,
    bao_cao_khac_ngay,
    chua_dien,
    co_quan_chua_dang_ky,
    don_vi_chua_dang_ky,
    don_vi_khong_nhan_ke_hoach,
    du_lieu_ca_nhan,
    ke_hoach_trung_so,
    ky_hieu_khac_co_quan,
    ky_hieu_khac_loai,
    noi_nhan_da_het_ton_tai,
    so_ky_hieu_viet_sai,
    so_muc_lap,
    the_html,
    thieu_dia_chi_trang,
    thieu_noi_bao_sai,
    thoi_han_khong_co_that,
    thoi_han_khong_nam,
    thoi_han_truoc_ke_hoach,
    thuoc_tinh_la,
    tien_do_chi_la_loi_ghi,
    tien_do_khac_co_quan,
    tien_do_ky_la,
    tien_do_ngay_sau,
    tien_do_truoc_ke_hoach,
    tien_do_viec_la,
    tien_do_xac_nhan_som,
    van_ban_chua_dang_ky,
    viec_khong_ro_don_vi,
    vien_dan_het_hieu_luc,
    vien_dan_mau_thuan,
    vien_dan_nhieu_van_ban,
    vien_dan_thieu_ngay_co_quan,
)
from danbiet.issues import Issue
from danbiet.model import Site
from danbiet.output import Settings

Rule = Callable[[Site], Iterator[Issue]]
SettingsRule = Callable[[Settings, str], Iterator[Issue]]

RULES: tuple[Rule, ...] = (
    bang_lech_cot.check,
    bao_cao_cap_tren_chua_giao.check,
    bao_cao_khac_ngay.check,
    chua_dien.check,
    co_quan_chua_dang_ky.check,
    don_vi_chua_dang_ky.check,
    don_vi_khong_nhan_ke_hoach.check,
    du_lieu_ca_nhan.check,
    ke_hoach_trung_so.check,
    ky_hieu_khac_co_quan.check,
    ky_hieu_khac_loai.check,
    noi_nhan_da_het_ton_tai.check,
    so_ky_hieu_viet_sai.check,
    so_muc_lap.check,
    the_html.check,
    thoi_han_khong_co_that.check,
    thoi_han_khong_nam.check,
    thoi_han_truoc_ke_hoach.check,
    thuoc_tinh_la.check,
    tien_do_chi_la_loi_ghi.check,
    tien_do_khac_co_quan.check,
    tien_do_ky_la.check,
    tien_do_ngay_sau.check,
    tien_do_truoc_ke_hoach.check,
    tien_do_viec_la.check,
    tien_do_xac_nhan_som.check,
    van_ban_chua_dang_ky.check,
    viec_khong_ro_don_vi.check,
    vien_dan_het_hieu_luc.check,
    vien_dan_mau_thuan.check,
    vien_dan_nhieu_van_ban.check,
    vien_dan_thieu_ngay_co_quan.check,
)

# Rules about what mkdocs.yml decides: they get the settings and the text of the file, for its lines.
SETTINGS_RULES: tuple[SettingsRule, ...] = (
    thieu_dia_chi_trang.check,
    thieu_noi_bao_sai.check,
)
